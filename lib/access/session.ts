import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import type { Context, UserActor } from "#lib/context.ts";
import { db } from "#lib/db/client.ts";
import { readEnv } from "#lib/env.ts";
import { clientAddress } from "./client-address.ts";
import { findCookieActor } from "./find-actor.ts";
import { installationSecret } from "./installation-secret.ts";
import { safeReturn } from "./safe-return.ts";
import { COOKIE_MAX_AGE_SECONDS, sealSession, sessionCookie } from "./session-cookie.ts";

/** Who looks at a page or sends a form, and who it takes to: a visitor is sent to sign in, and back. */
export async function pageContext(): Promise<Context & { actor: UserActor }> {
  const ctx = await maybePageContext();
  if (ctx.actor.kind === "user") return { ...ctx, actor: ctx.actor };
  redirect(`/sign-in?next=${encodeURIComponent(await currentPath())}`);
}

/** The same for pages that visitors see too. */
export async function maybePageContext(): Promise<Context> {
  const now = new Date();
  const value = (await cookies()).get(sessionCookie(readEnv()).name)?.value;
  const actor = await findCookieActor(db(), value, now);
  return { actor: actor ?? { kind: "visitor" }, db: db(), now };
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
