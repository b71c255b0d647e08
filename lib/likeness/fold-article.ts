import { visibleEvidence } from "#lib/access/visibility.ts";
import { writeBands } from "#lib/articles/save-signature.ts";
import type { Context } from "#lib/context.ts";
import { DomainError } from "#lib/errors.ts";
import { bandsOf, minimaFromBytes } from "#lib/text/minhash.ts";

/** An article that the transaction holds. */
export type HeldArticle = {
  id: string;
  projectId: string;
  title: string;
  mergedIntoId: string | null;
  mergedIntoTitle: string | null;
};

/**
 * Fold an article away into another: it leaves the lists and is looked for no more. Both are held by the
 * caller. Refused ("state"): either is merged already, or marks, evidence or passages that were pointed
 * out stand on the one that would go.
 */
export async function foldAway(ctx: Context, gone: HeldArticle, into: HeldArticle): Promise<void> {
  for (const one of [gone, into]) {
    if (one.mergedIntoId === null) continue;
    throw new DomainError(
      "state",
      `“${one.title}” was merged into “${one.mergedIntoTitle}” already. Take that decision back first.`,
      { detail: { mergedIntoId: one.mergedIntoId } },
    );
  }
  await refuseWhatStandsOn(ctx, gone);
  await move(ctx, gone, into.id);
  await writeBands(ctx, await currentRevision(ctx, gone), []);
}

/** Bring back an article that was folded into another; nothing happens when it stands elsewhere. */
export async function unfold(ctx: Context, gone: HeldArticle, from: string): Promise<void> {
  if (gone.mergedIntoId !== from) return;
  await move(ctx, gone, null);
  const revision = await currentRevision(ctx, gone);
  const { revisionId, minima, shingles } = revision;
  // What came in meanwhile was not compared with it.
  await ctx.db.revisionSignature.updateMany({ where: { revisionId }, data: { comparedAt: null } });
  if (minima === null || shingles === null || shingles < 0) return;
  await writeBands(ctx, revision, bandsOf({ minima: minimaFromBytes(minima), shingles }));
}

async function move(ctx: Context, article: HeldArticle, mergedIntoId: string | null) {
  await ctx.db.article.updateMany({ where: { id: article.id }, data: { mergedIntoId } });
}

async function refuseWhatStandsOn(ctx: Context, gone: HeldArticle): Promise<void> {
  const where = { articleId: gone.id };
  const [annotations, evidence, visible, missed] = await Promise.all([
    ctx.db.annotation.count({ where: { ...where, state: { not: "withdrawn" } } }),
    ctx.db.evidence.count({ where }),
    ctx.db.evidence.count({ where: { AND: [where, visibleEvidence(ctx.actor)] } }),
    ctx.db.missedPassage.count({ where }),
  ]);
  const standing = [
    counted(annotations, "annotation"),
    counted(visible, "passage of evidence"),
    // How many is for those to know who may see them.
    evidence > visible ? "something that not everybody may see" : null,
    counted(missed, "passage that a reviewer pointed out"),
  ].filter((each) => each !== null);
  if (standing.length === 0) return;
  const list = new Intl.ListFormat("en").format(standing);
  throw new DomainError(
    "state",
    `“${gone.title}” bears ${list}, which would be folded away with it. ` +
      "Merge the other one into it, or tie the two together.",
  );
}

function counted(count: number, noun: string): string | null {
  if (count === 0) return null;
  const [head = "", ...rest] = noun.split(" ");
  return `${count} ${count === 1 ? head : `${head}s`}${rest.map((word) => ` ${word}`).join("")}`;
}

type Revision = {
  articleId: string;
  projectId: string;
  revisionId: string;
  minima: Uint8Array | null;
  shingles: number | null;
};

async function currentRevision(ctx: Context, { id, projectId }: HeldArticle): Promise<Revision> {
  const [row] = await ctx.db.$queryRaw<Revision[]>`
    SELECT a."id" AS "articleId", a."project_id" AS "projectId", r."id" AS "revisionId", s."minima", s."shingles"
    FROM "article" a
    JOIN "revision" r ON r."article_id" = a."id" AND r."number" = a."revision"
    LEFT JOIN "revision_signature" s ON s."revision_id" = r."id"
    WHERE a."id" = ${id}::uuid`;
  return row ?? { articleId: id, projectId, revisionId: id, minima: null, shingles: null };
}
