import { record } from "#lib/audit/record.ts";
import { actorId, type Context } from "#lib/context.ts";
import { notFound } from "#lib/errors.ts";
import { inTransaction } from "#lib/transaction.ts";
import { tokenRevoked } from "./events.ts";
import { authorize } from "./permissions.ts";

/** Revoke a token of one's own, or any of the project as its manager. Repeating it changes nothing. */
export async function revokeToken(ctx: Context, id: string): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const token = await ctx.db.apiToken.findUnique({ where: { id } });
    if (token === null) throw notFound("token");
    const isOwn = token.userId === actorId(ctx.actor);
    authorize(ctx.actor, isOwn ? "token.edit" : "token.edit-any", token);
    if (token.revokedAt !== null) return;
    await ctx.db.apiToken.update({ where: { id }, data: { revokedAt: ctx.now } });
    await record(ctx, tokenRevoked(id, token.projectId));
  });
}
