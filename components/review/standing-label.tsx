import { Shape, type ShapeKind } from "#components/ui/shape.tsx";
import type { Standing } from "./queue-state.ts";

/** Where an annotation of the list stands, as a shape and a word. */
export function StandingLabel({ standing }: { standing: Standing }) {
  const { shape, word } = looksOf(standing);
  return (
    <span className="inline-flex items-center gap-1 text-xs whitespace-nowrap text-muted">
      <Shape kind={shape} />
      {word}
    </span>
  );
}

function looksOf(standing: Standing): { shape: ShapeKind; word: string } {
  switch (standing.kind) {
    case "waiting":
      return { shape: "half", word: "waits" };
    case "sending":
      return { shape: "dashed", word: "sending" };
    case "gone":
      return { shape: "dashed", word: "not yours" };
    case "decided":
      return standing.decision.kind === "reject"
        ? { shape: "struck", word: "rejected" }
        : { shape: "full", word: standing.decision.kind === "correct" ? "corrected" : "approved" };
  }
}
