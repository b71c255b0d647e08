import { Checkbox } from "#components/ui/checkbox.tsx";
import { ANNOTATION_STATES, type AnnotationState } from "#lib/annotations/model.ts";
import type { ExportMeasure } from "#lib/exchange/measure-export.ts";

type Props = {
  counts: ExportMeasure["annotations"];
  states: readonly AnnotationState[];
  onChange: (states: readonly AnnotationState[]) => void;
};

/** Annotations of which states go into the file. */
export function ExportStates({ counts, states, onChange }: Props) {
  return (
    <fieldset>
      <legend className="mb-1 font-medium">Annotations</legend>
      <div className="grid gap-1">
        {ANNOTATION_STATES.map((state) => (
          <Checkbox
            key={state}
            checked={states.includes(state)}
            onCheckedChange={(isChosen) =>
              onChange(
                ANNOTATION_STATES.filter((one) =>
                  one === state ? isChosen : states.includes(one),
                ),
              )
            }
            label={
              <>
                {state.charAt(0).toUpperCase() + state.slice(1)}{" "}
                <span className="text-muted tabular-nums">
                  {counts[state].toLocaleString("en")}
                </span>
              </>
            }
          />
        ))}
      </div>
    </fieldset>
  );
}
