import { Shape, type ShapeKind } from "#components/ui/shape.tsx";
import type { AnnotationCounts } from "#lib/articles/article-state.ts";

/** How many annotations stand in each state; what was withdrawn is left out. */
export function AnnotationProgress({ counts }: { counts: AnnotationCounts }) {
  const present = PROGRESS_STATES.filter(({ state }) => counts[state] > 0);
  if (present.length === 0) return <span className="text-faint">none</span>;
  return (
    <span className="inline-flex flex-wrap gap-x-3 tabular-nums">
      {present.map(({ state, shape }) => (
        <span
          key={state}
          title={`${counts[state].toLocaleString("en")} ${state}`}
          className="inline-flex items-center gap-1 whitespace-nowrap"
        >
          <Shape kind={shape} className="text-muted" />
          {counts[state].toLocaleString("en")}
          <span className="sr-only"> {state}</span>
        </span>
      ))}
    </span>
  );
}

export const PROGRESS_STATES = [
  { state: "draft", shape: "hollow" },
  { state: "submitted", shape: "half" },
  { state: "approved", shape: "full" },
  { state: "rejected", shape: "struck" },
] as const satisfies readonly { state: keyof AnnotationCounts; shape: ShapeKind }[];
