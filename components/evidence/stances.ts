import type { ShapeKind } from "#components/ui/shape.tsx";
import type { Stance } from "#lib/evidence/model.ts";

/** How a stance is said and drawn, and what it means. */
export const STANCE_LOOKS: Readonly<
  Record<Stance, { word: string; shape: ShapeKind; meaning: string }>
> = {
  supports: { word: "supports", shape: "full", meaning: "It shows that the words are so." },
  refutes: { word: "refutes", shape: "struck", meaning: "It shows that they are not." },
  context: { word: "gives context", shape: "hollow", meaning: "It helps to understand them." },
  insufficient: {
    word: "insufficient",
    shape: "dashed",
    meaning: "It was looked at, and decides nothing.",
  },
};
