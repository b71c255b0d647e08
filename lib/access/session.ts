import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import type { Context, UserActor } from "#lib/context.ts";
import { db } from "#lib/db/client.ts";
import { readEnv } from "#lib/env.ts";
import { clientAddress } from "./client-address.ts";
import { findCookieVisit } from "./find-actor.ts";
import { installationSecret } from "./installation-secret.ts";
import type { Me } from "./model.ts";
import { safeReturn } from "./safe-return.ts";
import { COOKIE_MAX_AGE_SECONDS, sealSession, sessionCookie } from "./session-cookie.ts";

/** Who looks at a page or sends a form, and who it takes to: a visitor is sent to sign in, and back. */
export async function pageContext(): Promise<Context & { actor: UserActor }> {
  const { visit, now } = await pageVisit();
  return { actor: (visit ?? (await toSignIn())).actor, db: db(), now };
}

/** The one who looks, as describeUser() has them: read with the session, at no further cost. */
export async function pageMe(): Promise<Me> {
  return ((await pageVisit()).visit ?? (await toSignIn())).me;
}

/** The same for pages that visitors see too. */
export async function maybePageContext(): Promise<Context> {
  const { visit, now } = await pageVisit();
  return { actor: visit?.actor ?? { kind: "visitor" }, db: db(), now };
}

/** Have this browser keep a session that has just begun. In forms only: a page cannot set cookies. */
export async function keepSession(sessionId: string): Promise<void> {
  const { name, options } = sessionCookie(readEnv());
  const value = await sealSession(sessionId, await installationSecret(db()));
  (await cookies()).set(name, value, { ...options, maxAge: COOKIE_MAX_AGE_SECONDS });
}

/** Have this browser forget its session. */
export async function dropSession(): Promise<void> {
  const { name, options } = sessionCookie(readEnv());
  (await cookies()).set(name, "", { ...options, maxAge: 0 });
}

/** Where the request comes from, for limits on attempts. */
export async function pageAddress(): Promise<string | null> {
  return clientAddress(await headers(), readEnv());
}

/** Looked up once for all that is drawn for one request: layouts, title and page ask each for themselves. */
const pageVisit = cache(async () => {
  const now = new Date();
  const value = (await cookies()).get(sessionCookie(readEnv()).name)?.value;
  return { visit: await findCookieVisit(db(), value, now), now };
});

async function toSignIn(): Promise<never> {
  redirect(`/sign-in?next=${encodeURIComponent(await currentPath())}`);
}

/** The page that is asked for (proxy.ts says it), or the one that a form stands on. */
async function currentPath(): Promise<string> {
  const given = await headers();
  const isForm = given.get("next-action") !== null;
  const referer = given.get("referer");
  if (isForm && referer !== null && URL.canParse(referer)) {
    const { pathname, search } = new URL(referer);
    return safeReturn(pathname + search);
  }
  return safeReturn(given.get("x-onrecord-path"));
}
