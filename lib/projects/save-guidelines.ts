import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { authorize } from "#lib/access/permissions.ts";
import { record } from "#lib/audit/record.ts";
import { actorId, type Context } from "#lib/context.ts";
import { isUniqueViolation } from "#lib/db/conflicts.ts";
import { inTransaction } from "#lib/transaction.ts";
import { DomainError } from "#lib/errors.ts";
import { parseInput } from "#lib/input.ts";
import { guidelinesSaved } from "./events.ts";
import { GuidelinesDocument } from "./guidelines-document.ts";
import { getGuidelines, type Guidelines } from "./queries.ts";

/**
 * Write a new version of a project's guidelines, made from version `from`. The same document again
 * makes no new version. Refused: what GuidelinesDocument refuses ("invalid"); a `from` that is no
 * longer in force ("stale", with the one that is).
 */
export async function saveGuidelines(
  ctx: Context,
  projectId: string,
  document: unknown,
  from: number,
): Promise<Guidelines> {
  authorize(ctx.actor, "guidelines.edit", { projectId });
  const input = parseInput(GuidelinesInput, { document });
  try {
    return await inTransaction(ctx, async (ctx) => {
      const current = await getGuidelines(ctx, projectId);
      if (isDeepStrictEqual(current.document, input.document)) return current;
      if (current.version !== from) throw stale(current);
      await ctx.db.guidelines.create({
        data: {
          projectId,
          version: from + 1,
          document: input.document,
          createdById: actorId(ctx.actor),
          createdAt: ctx.now,
        },
      });
      const saved = await getGuidelines(ctx, projectId);
      await record(ctx, guidelinesSaved(projectId, from, saved));
      return saved;
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw stale(await getGuidelines(ctx, projectId));
  }
}

const GuidelinesInput = z.object({ document: GuidelinesDocument });

function stale(current: Guidelines): DomainError {
  const who = current.author ? ` by ${current.author.name}` : "";
  return new DomainError(
    "stale",
    `The guidelines were changed${who} in the meantime; look at version ${current.version} first.`,
    {
      detail: { current: current.version },
    },
  );
}
