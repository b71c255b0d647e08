import { findCookieActor, findTokenActor } from "#lib/access/find-actor.ts";
import { refuseForeignOrigin } from "#lib/access/origin.ts";
import { sessionCookie } from "#lib/access/session-cookie.ts";
import type { Actor, Context } from "#lib/context.ts";
import { type Db, db } from "#lib/db/client.ts";
import { readEnv } from "#lib/env.ts";
import { DomainError } from "#lib/errors.ts";

/**
 * Who sends this request, by token or by session cookie; a visitor when it carries neither.
 * Refused: a token that is not in force, and a cookie that was sent from somebody else's page.
 */
export async function requestContext(request: Request, client: Db = db()): Promise<Context> {
  const now = new Date();
  const authorization = request.headers.get("authorization");
  const actor =
    authorization === null
      ? await actorOfCookie(client, request, now)
      : await actorOfToken(client, authorization, now);
  return { actor, db: client, now };
}

async function actorOfToken(client: Db, authorization: string, now: Date): Promise<Actor> {
  const token = /^Bearer +([\w.~+/-]+=*) *$/i.exec(authorization)?.[1];
  const actor = token === undefined ? null : await findTokenActor(client, token, now);
  if (actor === null) {
    throw new DomainError("signed-out", "This token is not known here, or it was revoked.");
  }
  return actor;
}

async function actorOfCookie(client: Db, request: Request, now: Date): Promise<Actor> {
  const env = readEnv();
  const value = readCookie(request.headers.get("cookie"), sessionCookie(env).name);
  const actor = await findCookieActor(client, value, now);
  if (actor === null) return { kind: "visitor" };
  refuseForeignOrigin(request, env);
  refuseOtherPerson(request, actor.userId);
  return actor;
}

/**
 * A page says for whom it was made. When somebody else has signed in since, in another tab of the
 * same browser, its changes must not be written under their name.
 */
function refuseOtherPerson(request: Request, userId: string): void {
  const meant = request.headers.get("x-onrecord-user");
  if (request.method === "GET" || meant === null || meant === userId) return;
  throw new DomainError(
    "signed-out",
    "Somebody else has signed in in this browser. Sign in as yourself again; nothing was changed.",
  );
}

function readCookie(header: string | null, name: string): string | undefined {
  for (const pair of (header ?? "").split(";")) {
    const at = pair.indexOf("=");
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return undefined;
}
