import { z } from "zod";
import { DetailSource } from "#lib/cleanup/metadata.ts";
import {
  type DetailsSource,
  settleDetails,
  type SettledDetails,
} from "#lib/articles/settle-details.ts";
import type { ArticleDetails } from "#lib/articles/model.ts";
import type { Extracted } from "#lib/extraction/extracted.ts";

type Field = keyof SettledDetails;
const FIELDS = [
  "title",
  "url",
  "publisher",
  "byline",
  "published",
  "language",
] as const satisfies readonly Field[];
const Sources = z.partialRecord(z.enum(FIELDS), DetailSource);
type Sources = z.infer<typeof Sources>;

/** What somebody said of the article, rather than its file: a page that says otherwise does not undo it. */
const SAID: ReadonlySet<DetailSource> = new Set(["person", "sender", "feed", "table"]);

/**
 * What an article is said to be once it has a new revision. What a person edited stays; what a sender, a
 * feed or a table gave stays unless it is given anew; all else follows the new text, and what the new
 * text does not state stays. The address under which it is known stays once there is one.
 */
export function nextDetails(
  before: { details: SettledDetails; detailsFrom: unknown },
  extracted: Extracted,
  given: { details: ArticleDetails; from: DetailsSource },
): { details: SettledDetails; detailsFrom: Sources } {
  const known: Sources = Sources.safeParse(before.detailsFrom).data ?? {};
  const next = settleDetails(extracted, given);
  const details = { ...before.details };
  const detailsFrom: Sources = { ...known };
  for (const field of FIELDS) {
    const source = known[field];
    const isGiven = Boolean(given.details[field]);
    if (source === "person" || next.details[field] === null) continue;
    if (source !== undefined && SAID.has(source) && !isGiven) continue;
    if (field === "url" && details.url !== null) continue;
    put(details, next.details, field);
    const from = next.detailsFrom[field];
    if (from === undefined) delete detailsFrom[field];
    else detailsFrom[field] = from;
  }
  return { details, detailsFrom };
}

function put(into: SettledDetails, from: SettledDetails, field: Field): void {
  if (field === "title") into.title = from.title;
  else into[field] = from[field];
}
