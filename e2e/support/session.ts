import type { BrowserContext } from "@playwright/test";
import { installationSecret } from "#lib/access/installation-secret.ts";
import { sealSession, sessionCookie } from "#lib/access/session-cookie.ts";
import { startSession } from "#lib/access/start-session.ts";
import type { Installation } from "./installation.ts";

/** Sign a browser in without its asking: a session of the person, and the cookie that says so. */
export async function giveSession(
  installation: Installation,
  context: BrowserContext,
  user: { id: string },
): Promise<void> {
  const { name, value, options } = await cookieOf(installation, user);
  const { url } = installation;
  await context.addCookies([
    { name, value, url, httpOnly: options.httpOnly, sameSite: "Lax", secure: options.secure },
  ]);
}

/** A new session of the person, as the cookie that carries it. */
export async function cookieOf(
  { db, url }: Installation,
  user: { id: string },
): Promise<ReturnType<typeof sessionCookie> & { value: string }> {
  const person = await db.user.findUniqueOrThrow({ where: { id: user.id } });
  const ctx = { actor: { kind: "visitor" as const }, db, now: new Date() };
  const sessionId = await startSession(ctx, person, "link");
  const value = await sealSession(sessionId, await installationSecret(db));
  return { ...sessionCookie({ publicUrl: url }), value };
}
