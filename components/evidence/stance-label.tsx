import { Shape } from "#components/ui/shape.tsx";
import type { Stance } from "#lib/evidence/model.ts";
import { STANCE_LOOKS } from "./stances.ts";

/** What evidence does to the words, as a shape with its word. */
export function StanceLabel({ stance }: { stance: Stance }) {
  const { word, shape } = STANCE_LOOKS[stance];
  return (
    <span className="inline-flex items-center gap-1.5 font-medium">
      <Shape kind={shape} className="text-muted" />
      {word}
    </span>
  );
}
