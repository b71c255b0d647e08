import { counted } from "#components/projects/counted.ts";
import { Shape, type ShapeKind } from "#components/ui/shape.tsx";
import type { Ingestion } from "#lib/ingestion/model.ts";

/** How far an ingestion is, in a word or two. */
export function IngestionState({ ingestion }: { ingestion: Ingestion }) {
  const { word, shape } = stateOf(ingestion);
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <Shape kind={shape} />
      {word}
    </span>
  );
}

/** What came of an ingestion, in numbers: "12 added · 1 added, much like another · 3 here already". */
export function resultWords({ counts }: Pick<Ingestion, "counts">): string {
  const { added, duplicate, revision, failed, cancelled } = counts;
  const near = counts["near-duplicate"];
  const parts = [
    added > 0 && `${added.toLocaleString("en")} added`,
    near > 0 &&
      `${near.toLocaleString("en")} added, much like ${near === 1 ? "another" : "others"}`,
    revision > 0 && counted(revision, "new revision"),
    duplicate > 0 && `${duplicate.toLocaleString("en")} here already`,
    cancelled > 0 && `${cancelled.toLocaleString("en")} cancelled`,
    failed > 0 && `${failed.toLocaleString("en")} failed`,
  ].filter((part) => part !== false);
  return parts.join(" · ");
}

function stateOf(ingestion: Ingestion): { word: string; shape: ShapeKind } {
  const { isDone, cancelledAt, complete, counts } = ingestion;
  if (cancelledAt !== null) return { word: "Cancelled", shape: "struck" };
  if (isDone) return { word: "Done", shape: "full" };
  if (!complete) return { word: "Being sent", shape: "half" };
  return counts.running > 0
    ? { word: "Being read", shape: "half" }
    : { word: "Waiting", shape: "dashed" };
}
