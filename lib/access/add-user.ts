import { v7 as uuidv7 } from "uuid";
import { record } from "#lib/audit/record.ts";
import type { Context } from "#lib/context.ts";
import { isUniqueViolation } from "#lib/db/conflicts.ts";
import { DomainError } from "#lib/errors.ts";
import { inTransaction } from "#lib/transaction.ts";
import { userAdded } from "./events.ts";
import type { UserInput } from "./model.ts";
import { authorizeInstallation } from "./permissions.ts";
import { actingAs } from "./start-session.ts";

/**
 * An account without a password: its person comes in by a one-time link and chooses one. Refused: an
 * e-mail that has an account ("duplicate", with its id); anybody but the owner and the operator.
 */
export async function addUser(
  ctx: Context,
  input: UserInput,
): Promise<{ id: string; email: string; name: string }> {
  authorizeInstallation(ctx.actor, "user.add");
  return inTransaction(ctx, (ctx) =>
    insertUser(ctx, { ...input, passwordHash: null, isOwner: false }),
  );
}

/** Write an account's row and record it; whether the caller may is decided before. */
export async function insertUser(
  ctx: Context,
  person: UserInput & { passwordHash: string | null; isOwner: boolean },
): Promise<{ id: string; email: string; name: string; isOwner: boolean }> {
  const there = await ctx.db.user.findUnique({ where: { email: person.email } });
  if (there !== null) throw emailTaken(person.email, there.id);
  const { email, name, passwordHash, isOwner } = person;
  try {
    const user = await ctx.db.user.create({
      data: { id: uuidv7(), email, name, passwordHash, isOwner, createdAt: ctx.now },
      select: { id: true, email: true, name: true, isOwner: true },
    });
    // Somebody who takes up an invitation makes the account themselves.
    await record(ctx.actor.kind === "visitor" ? actingAs(ctx, user) : ctx, userAdded(user));
    return user;
  } catch (error) {
    if (isUniqueViolation(error, "user_account_email_key")) throw emailTaken(email, null);
    if (isUniqueViolation(error, "user_one_owner")) throw ownerIsThere();
    throw error;
  }
}

/** An installation has one owner. */
export function ownerIsThere(): DomainError {
  return new DomainError(
    "state",
    "This installation has an owner already. Ask them for an invitation.",
  );
}

function emailTaken(email: string, id: string | null): DomainError {
  const fault = `${email} has an account already.`;
  return new DomainError("duplicate", fault, {
    fields: { email: fault },
    ...(id !== null && { detail: { id } }),
  });
}
