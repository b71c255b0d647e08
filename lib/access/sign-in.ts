import type { Context } from "#lib/context.ts";
import { DomainError } from "#lib/errors.ts";
import { inTransaction } from "#lib/transaction.ts";
import { countAttempt, forgiveAttempt } from "./attempt-limits.ts";
import { Email } from "./model.ts";
import { isPassword } from "./passwords.ts";
import { startSession } from "./start-session.ts";

/**
 * Sign in with e-mail and password; answers with the id of a new session. Refused in the same words
 * and the same time whether the account is not there, was closed, has no password yet, or has
 * another one.
 */
export async function signIn(
  ctx: Context,
  given: { email: string; password: string; address: string | null },
): Promise<string> {
  const email = Email.safeParse(given.email).data ?? given.email.trim().toLowerCase();
  const attempt = { email, address: given.address };
  await countAttempt(ctx, attempt);
  const user = await ctx.db.user.findFirst({ where: { email, revokedAt: null } });
  const fits = await isPassword(user?.passwordHash ?? null, given.password);
  if (user === null || !fits) {
    throw new DomainError("signed-out", "The e-mail or the password is not right.");
  }
  await forgiveAttempt(ctx, attempt);
  return inTransaction(ctx, (ctx) => startSession(ctx, user, "password"));
}
