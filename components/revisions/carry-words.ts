import { counted } from "#components/projects/counted.ts";
import type { Carry, CarryCounts, CarryStatus, Settlement } from "#lib/revisions/model.ts";

export const STATUS_WORDS: Readonly<Record<CarryStatus, string>> = {
  exact: "Stands as it did",
  moved: "Moved with its words",
  changed: "Its words changed",
  lost: "Its words are gone",
};

export const SETTLEMENT_WORDS: Readonly<Record<Settlement, string>> = {
  placed: "Placed on the new words",
  marked: "Marked anew",
  left: "Left on the old revision",
  superseded: "A later revision took its place",
};

/** What a revision did to the marks, in a sentence; null when there were none. */
export function touchedWords({ exact, moved, changed, lost }: CarryCounts): string | null {
  const touched = changed + lost;
  const kept = exact + moved;
  if (touched + kept === 0) return null;
  const rest = kept > 0 ? `; ${kept.toLocaleString("en")} went along with their words` : "";
  if (touched === 0) return `No mark is touched${rest}.`;
  const parts = [
    changed > 0 && `${changed.toLocaleString("en")} with changed words`,
    lost > 0 && `${lost.toLocaleString("en")} whose words are gone`,
  ].filter((part) => part !== false);
  return `${counted(touched, "mark")} ${touched === 1 ? "is" : "are"} touched: ${parts.join(", ")}${rest}.`;
}

/** Whether somebody has to look at it. */
export function isWaiting({ status, settlement }: Carry): boolean {
  return settlement === null && (status === "changed" || status === "lost");
}
