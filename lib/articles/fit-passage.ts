import type { Context } from "#lib/context.ts";
import { heldRow } from "#lib/db/held-row.ts";
import { DomainError, notFound } from "#lib/errors.ts";
import { codePointLength } from "#lib/text/offsets.ts";
import { isInk } from "#lib/text/span.ts";
import { refuseMerged } from "./refuse-merged.ts";

/** Words of an article as somebody points to them. Offsets are code points. */
export type PassageAsked = {
  articleId: string;
  /** The current one when left out. */
  revision?: number | undefined;
  start: number;
  end: number;
  /** The words that the sender sees there; refused when they differ. */
  exact?: string | undefined;
};

/** The same with the words that stand there. */
export type Passage = {
  articleId: string;
  articleTitle: string;
  projectId: string;
  revisionId: string;
  revision: number;
  start: number;
  end: number;
  exact: string;
};

/** Beyond every text; larger numbers do not fit into the database's integers. */
const FAR = 2_147_483_647;

/**
 * Hold a passage against its article's current revision. Refused: another revision (409), an empty
 * span or one outside the text, other words than were sent, nothing but white space (422).
 * Refused too: an article that is merged into another (409). `admit` is asked as soon as the article's project is known, before anything else is told of it.
 */
export async function fitPassage(
  ctx: Context,
  asked: PassageAsked,
  admit: (article: { projectId: string }) => void,
): Promise<Passage> {
  const { articleId, start, end } = asked;
  const found = await heldRow(
    () => ctx.db.$queryRaw<Found[]>`
    SELECT a."title" AS "articleTitle", a."project_id" AS "projectId", r."id" AS "revisionId", r."number" AS "revision",
           a."merged_into_id" AS "mergedIntoId",
           CASE WHEN ${end}::bigint > ${start}::bigint
                THEN words_at(r."id", ${Math.min(start, FAR)}::int, ${Math.min(end, FAR)}::int) END AS "words"
      FROM "article" a
      JOIN "revision" r ON r."article_id" = a."id" AND r."number" = a."revision"
     WHERE a."id" = ${articleId}::uuid
       FOR KEY SHARE OF a`,
  );
  if (found === undefined) throw notFound("article");
  admit(found);
  const { words, mergedIntoId, ...place } = found;
  refuseMerged({ mergedIntoId });
  if (asked.revision !== undefined && asked.revision !== place.revision) {
    throw new DomainError("revision", `The article is at revision ${place.revision} by now.`, {
      detail: { revision: place.revision },
    });
  }
  const exact = words ?? "";
  if (end <= start) throw misfit("end", "A passage ends after it starts.");
  if (codePointLength(exact) !== end - start) throw misfit("end", "This lies outside the text.");
  if (asked.exact !== undefined && asked.exact !== exact) {
    throw misfit("exact", "The text says something else at these offsets.");
  }
  if (!isInk(exact)) throw misfit("start", "Nothing but white space is marked.");
  return { ...place, articleId, start, end, exact };
}

type Found = Omit<Passage, "articleId" | "start" | "end" | "exact"> & {
  words: string | null;
  mergedIntoId: string | null;
};

function misfit(field: string, message: string): DomainError {
  return new DomainError("invalid", message, { fields: { [field]: message } });
}
