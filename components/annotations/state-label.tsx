import { Shape } from "#components/ui/shape.tsx";
import type { AnnotationState } from "#lib/annotations/model.ts";
import { ANNOTATION_STATE_LOOKS } from "./words.ts";

/** The state as a shape with its word. */
export function StateLabel({ state }: { state: AnnotationState }) {
  const { word, shape } = ANNOTATION_STATE_LOOKS[state];
  return (
    <span className="inline-flex items-center gap-1.5 text-sm whitespace-nowrap text-muted">
      <Shape kind={shape} />
      {word}
    </span>
  );
}
