import { ANNOTATION_STATE_LOOKS } from "#components/annotations/words.ts";
import { Shape } from "#components/ui/shape.tsx";
import type { AnnotationCounts } from "#lib/articles/article-state.ts";

/** How many annotations stand in each state; what was withdrawn is left out. */
export function AnnotationProgress({ counts }: { counts: AnnotationCounts }) {
  const present = PROGRESS_STATES.filter((state) => counts[state] > 0);
  if (present.length === 0) return <span className="text-faint">none</span>;
  return (
    <span className="inline-flex flex-wrap gap-x-3 tabular-nums">
      {present.map((state) => (
        <span
          key={state}
          title={`${counts[state].toLocaleString("en")} ${state}`}
          className="inline-flex items-center gap-1 whitespace-nowrap"
        >
          <Shape kind={ANNOTATION_STATE_LOOKS[state].shape} className="text-muted" />
          {counts[state].toLocaleString("en")}
          <span className="sr-only"> {state}</span>
        </span>
      ))}
    </span>
  );
}

/** As they follow upon each other. */
export const PROGRESS_STATES = ["draft", "submitted", "approved", "rejected"] as const;
