import { v7 as uuidv7 } from "uuid";
import { record } from "#lib/audit/record.ts";
import type { Context } from "#lib/context.ts";
import { sessionStarted } from "./events.ts";
import { SESSION_DAYS } from "./session-length.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

/** A person who has just shown who they are: what happens from here on is theirs. */
export type Person = { id: string; name: string; isOwner: boolean };

/** Begin a session on one device; answers with its id, which goes into the cookie. */
export async function startSession(
  ctx: Context,
  person: Person,
  how: "password" | "link" | "invitation",
): Promise<string> {
  const id = uuidv7();
  await ctx.db.session.create({
    data: {
      id,
      userId: person.id,
      createdAt: ctx.now,
      expiresAt: new Date(ctx.now.getTime() + SESSION_DAYS * DAY_MS),
    },
  });
  await record(actingAs(ctx, person), sessionStarted(person.id, id, how));
  return id;
}

/** The context of somebody who is just coming in, so that the record names them. */
export function actingAs(ctx: Context, person: Person): Context {
  return {
    ...ctx,
    actor: {
      kind: "user",
      userId: person.id,
      name: person.name,
      isOwner: person.isOwner,
      roles: new Map(),
      blind: new Set(),
      via: "session",
      sessionId: null,
    },
  };
}
