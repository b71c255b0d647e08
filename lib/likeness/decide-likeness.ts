import { authorize } from "#lib/access/permissions.ts";
import { record } from "#lib/audit/record.ts";
import { actorId, type Context } from "#lib/context.ts";
import { DomainError, notFound } from "#lib/errors.ts";
import { inTransaction } from "#lib/transaction.ts";
import { likenessDecided } from "./events.ts";
import { foldAway, unfold, type HeldArticle } from "./fold-article.ts";
import { LikenessDecision, type DecideLikeness, type Likeness } from "./model.ts";
import { getLikeness } from "./queries.ts";

/**
 * Decide about two articles that are nearly the same text: keep them apart, tie them together, merge one
 * into the other, or take a decision back (null), which unfolds what was merged. The same again changes
 * nothing. Refused: `was` that is another by now ("stale"); to merge without saying into which of the two
 * ("invalid"), when either is merged already, or while anything stands on the one that would be folded
 * away ("state").
 */
export async function decideLikeness(
  ctx: Context,
  id: string,
  input: DecideLikeness,
): Promise<Likeness> {
  return inTransaction(ctx, async (ctx) => {
    const likeness = await hold(ctx, id);
    authorize(ctx.actor, "likeness.decide", likeness);
    const pair = await holdArticles(ctx, likeness);
    const before = {
      decision: likeness.decision,
      into: likeness.decision === "merged" ? stayingOf(pair) : null,
    };
    const after = { decision: input.decision, into: intoOf(input, pair) };
    if (before.decision === after.decision && before.into === after.into)
      return await getLikeness(ctx, id);
    refuseStale(input, likeness.decision);

    if (before.into !== null) await unfold(ctx, otherThan(pair, before.into), before.into);
    if (after.into !== null) {
      const fresh = await holdArticles(ctx, likeness);
      await foldAway(ctx, otherThan(fresh, after.into), memberOf(fresh, after.into));
    }
    const { decision } = after;
    await ctx.db.likeness.updateMany({
      where: { id },
      data: {
        decision,
        decidedById: decision === null ? null : actorId(ctx.actor),
        decidedAt: decision === null ? null : ctx.now,
      },
    });
    await record(ctx, likenessDecided(likeness, before, after));
    return await getLikeness(ctx, id);
  });
}

type Held = {
  id: string;
  projectId: string;
  firstId: string;
  secondId: string;
  decision: LikenessDecision | null;
};

/** Two who decide at once follow one another. */
async function hold(ctx: Context, id: string): Promise<Held> {
  const [row] = await ctx.db.$queryRaw<(Omit<Held, "decision"> & { decision: string | null })[]>`
    SELECT "id", "project_id" AS "projectId", "first_id" AS "firstId", "second_id" AS "secondId", "decision"
    FROM "likeness" WHERE "id" = ${id}::uuid FOR UPDATE`;
  if (!row) throw notFound("likeness");
  return { ...row, decision: LikenessDecision.nullable().parse(row.decision) };
}

type Pair = readonly [HeldArticle, HeldArticle];

/** Held until the end, in one order everywhere: nobody marks or merges either of them meanwhile. */
async function holdArticles(ctx: Context, { firstId, secondId }: Held): Promise<Pair> {
  const rows = await ctx.db.$queryRaw<HeldArticle[]>`
    SELECT a."id", a."project_id" AS "projectId", a."title", a."merged_into_id" AS "mergedIntoId",
      (SELECT t."title" FROM "article" t WHERE t."id" = a."merged_into_id") AS "mergedIntoTitle"
    FROM "article" a WHERE a."id" IN (${firstId}::uuid, ${secondId}::uuid) ORDER BY a."id" FOR UPDATE OF a`;
  const [first, second] = [firstId, secondId].map((id) => rows.find((row) => row.id === id));
  if (!first || !second) throw notFound("likeness");
  return [first, second];
}

/** Of a merged pair, the one that the other was folded into; null when a third one took it meanwhile. */
function stayingOf([first, second]: Pair): string | null {
  if (first.mergedIntoId === second.id) return second.id;
  return second.mergedIntoId === first.id ? first.id : null;
}

function intoOf({ decision, into }: DecideLikeness, [first, second]: Pair): string | null {
  if (decision !== "merged") return null;
  if (into === first.id || into === second.id) return into;
  const message = "Say which of the two articles stays.";
  throw new DomainError("invalid", message, { fields: { into: message } });
}

function memberOf([first, second]: Pair, id: string): HeldArticle {
  return first.id === id ? first : second;
}

function otherThan([first, second]: Pair, id: string): HeldArticle {
  return first.id === id ? second : first;
}

function refuseStale({ was }: DecideLikeness, decision: LikenessDecision | null): void {
  if (was === undefined || was === decision) return;
  throw new DomainError("stale", `Meanwhile ${SAID[decision ?? "none"]}. Look at it first.`, {
    detail: { current: decision },
  });
}

const SAID: Readonly<Record<LikenessDecision | "none", string>> = {
  kept: "somebody decided to keep the two apart",
  merged: "somebody merged the two",
  tied: "somebody tied the two together",
  none: "the decision was taken back",
};
