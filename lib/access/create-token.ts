import { v7 as uuidv7 } from "uuid";
import { record } from "#lib/audit/record.ts";
import type { Context } from "#lib/context.ts";
import { DomainError, notFound } from "#lib/errors.ts";
import { inTransaction } from "#lib/transaction.ts";
import { tokenCreated } from "./events.ts";
import { authorize, requireUser } from "./permissions.ts";
import { hashSecretToken, makeSecretToken } from "./secret-token.ts";

/**
 * A token with which a program acts as the caller in one project, with the role that they have there
 * at the time of each request. It is told once. A token makes no further tokens.
 */
export async function createToken(
  ctx: Context,
  projectId: string,
  name: string,
): Promise<{ id: string; token: string }> {
  authorize(ctx.actor, "token.edit", { projectId });
  const { userId, via } = requireUser(ctx.actor);
  if (via === "token") throw new DomainError("forbidden", "A token makes no further tokens.");
  return inTransaction(ctx, (ctx) => insertToken(ctx, { projectId, userId, name }));
}

/** The same for somebody else, from the command line. Refused: who is not in the project, closed accounts. */
export async function createTokenFor(
  ctx: Context,
  projectId: string,
  userId: string,
  name: string,
): Promise<{ id: string; token: string }> {
  if (ctx.actor.kind !== "operator") {
    throw new DomainError(
      "forbidden",
      "A token for somebody else is made at the command line only.",
    );
  }
  return inTransaction(ctx, async (ctx) => {
    const user = await ctx.db.user.findUnique({
      where: { id: userId },
      include: { members: { where: { projectId, revokedAt: null } } },
    });
    if (user === null) throw notFound("user");
    if (user.revokedAt !== null)
      throw new DomainError("state", `The account of ${user.name} is closed.`);
    if (user.members.length === 0 && !user.isOwner) {
      throw new DomainError("state", `${user.name} is not in this project.`);
    }
    return insertToken(ctx, { projectId, userId, name });
  });
}

async function insertToken(
  ctx: Context,
  row: { projectId: string; userId: string; name: string },
): Promise<{ id: string; token: string }> {
  const token = makeSecretToken();
  const created = await ctx.db.apiToken.create({
    data: { ...row, id: uuidv7(), tokenHash: hashSecretToken(token), createdAt: ctx.now },
  });
  await record(ctx, tokenCreated(created));
  return { id: created.id, token };
}
