import type { NewArticle } from "#lib/articles/add-article.ts";
import { authorize } from "#lib/access/permissions.ts";
import { findSameText } from "#lib/articles/find-same-text.ts";
import { getArticle, getArticleSummary, type StoredArticle } from "#lib/articles/queries.ts";
import { saveRevision } from "#lib/articles/save-revision.ts";
import { record } from "#lib/audit/record.ts";
import type { Context } from "#lib/context.ts";
import { DomainError } from "#lib/errors.ts";
import { extract } from "#lib/extraction/extract.ts";
import type { Extracted } from "#lib/extraction/extracted.ts";
import { textHash } from "#lib/text/hash.ts";
import { inTransaction } from "#lib/transaction.ts";
import { carryAnnotations } from "./carry-annotations.ts";
import { carryEvidence, carryMissedPassages } from "./carry-passages.ts";
import { articleRevised } from "./events.ts";
import { keepCorrections } from "./keep-corrections.ts";
import type { CarryCounts } from "./model.ts";
import { nextDetails } from "./next-details.ts";
import { countCarriesOf } from "./queries.ts";
import { countCarries } from "./save-carries.ts";
import { textReader, type Step } from "./step.ts";

export type Revised = {
  /** With its current text. */
  article: StoredArticle;
  /** False when the text is the one that was there. */
  isNew: boolean;
  /** What became of annotations, and of the evidence passages that the caller may see. */
  carries: CarryCounts;
};

/**
 * Give an article its next revision, and carry every mark over: those whose words stand go along, the
 * others stay on their revision and wait for a person. The very text that is current changes nothing;
 * the text of an older revision is a new revision all the same. All of it happens or nothing does.
 *
 * Refused: what extract() refuses; an article that was merged into another ("state").
 */
export async function reviseArticle(
  ctx: Context,
  articleId: string,
  state: NewArticle,
): Promise<Revised> {
  authorize(ctx.actor, "revision.add", await getArticleSummary(ctx, articleId));
  const { content, origin } = state;
  const extracted =
    state.extracted ?? (await extract({ name: origin.name ?? undefined, ...content }));
  return inTransaction(ctx, (ctx) => revise(ctx, articleId, state, extracted));
}

async function revise(
  ctx: Context,
  articleId: string,
  state: NewArticle,
  extracted: Extracted,
): Promise<Revised> {
  const hash = textHash(extracted.text);
  const { projectId } = await getArticleSummary(ctx, articleId);
  // Whoever adds an article with this very text waits, and then finds it here.
  await findSameText(ctx, projectId, hash);
  const { detailsFrom } = await holdArticle(ctx, articleId);
  const before = await getArticle(ctx, articleId);
  if (before.hash === hash) return { article: before, isNew: false, carries: countCarries([]) };

  const number = before.revision + 1;
  const { content, origin, retrievedAt } = state;
  const revisionId = await saveRevision(ctx, {
    articleId,
    projectId,
    number,
    extracted,
    original: "bytes" in content ? content.bytes : Buffer.from(content.text),
    origin,
    retrievedAt: retrievedAt ?? null,
  });
  const next = nextDetails({ details: before, detailsFrom }, extracted, {
    details: state.details ?? {},
    from: state.detailsFrom ?? "sender",
  });
  const { title, url, publisher, byline, published, language } = next.details;
  await ctx.db.article.update({
    where: { id: articleId },
    data: {
      revision: number,
      mediaType: extracted.mediaType,
      ...{ title, url, publisher, byline, published, language },
      detailsFrom: next.detailsFrom,
    },
    select: { id: true },
  });
  await keepCorrections(ctx, before, { revisionId, text: extracted.text });

  const { text } = extracted;
  const step: Step = { articleId, projectId, revisionId, number, text, textOf: textReader() };
  const carried = [...(await carryAnnotations(ctx, step)), ...(await carryEvidence(ctx, step))];
  await carryMissedPassages(ctx, step);
  const carries = countCarries(carried);
  await record(ctx, articleRevised(before, { revision: number, hash, origin, carries }));
  const article = await getArticle(ctx, articleId);
  return { article, isNew: true, carries: await countCarriesOf(ctx, articleId, revisionId) };
}

/** Held against whoever revises it, and whoever marks something in it, at the same moment. */
async function holdArticle(ctx: Context, id: string): Promise<{ detailsFrom: unknown }> {
  const [row] = await ctx.db.$queryRaw<{ detailsFrom: unknown; mergedIntoId: string | null }[]>`
    SELECT "details_from" AS "detailsFrom", "merged_into_id" AS "mergedIntoId" FROM "article"
     WHERE "id" = ${id}::uuid FOR UPDATE`;
  if (row?.mergedIntoId) {
    throw new DomainError(
      "state",
      "This article was merged into another; add the new text there.",
      {
        detail: { into: row.mergedIntoId },
      },
    );
  }
  return { detailsFrom: row?.detailsFrom };
}
