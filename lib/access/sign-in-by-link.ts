import type { Context } from "#lib/context.ts";
import { DomainError } from "#lib/errors.ts";
import { inTransaction } from "#lib/transaction.ts";
import { hashSecretToken } from "./secret-token.ts";
import { startSession } from "./start-session.ts";

/** Whose link this is. Looking does not use it up: programs that read letters open every address. */
export async function lookAtSignInLink(
  ctx: Pick<Context, "db" | "now">,
  token: string,
): Promise<{ name: string }> {
  const link = await getOpenLink(ctx, token);
  return { name: link.user.name };
}

/**
 * Sign in by a link; answers with the id of a new session. Works once, also when it is opened twice
 * at the same moment. Refused: a link that was used, has run out, or whose account was closed.
 */
export async function signInByLink(ctx: Context, token: string): Promise<string> {
  return inTransaction(ctx, async (ctx) => {
    const link = await getOpenLink(ctx, token);
    const { count } = await ctx.db.signInLink.updateMany({
      where: { id: link.id, usedAt: null },
      data: { usedAt: ctx.now },
    });
    if (count === 0) throw linkUsed();
    return startSession(ctx, link.user, "link");
  });
}

async function getOpenLink(ctx: Pick<Context, "db" | "now">, token: string) {
  const link = await ctx.db.signInLink.findUnique({
    where: { tokenHash: hashSecretToken(token) },
    include: { user: true },
  });
  if (link === null)
    throw new DomainError("not-found", "This link is not known here. Was it copied whole?");
  if (link.usedAt !== null) throw linkUsed();
  if (link.expiresAt <= ctx.now)
    throw new DomainError("state", "This link has run out. Ask for a new one.");
  if (link.user.revokedAt !== null) {
    throw new DomainError("state", "This account is closed. Ask the owner of this installation.");
  }
  return link;
}

function linkUsed(): DomainError {
  return new DomainError(
    "state",
    "This link was used already; each works once. Ask for a new one.",
  );
}
