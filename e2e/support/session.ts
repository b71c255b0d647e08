import type { BrowserContext } from "@playwright/test";
import { installationSecret } from "#lib/access/installation-secret.ts";
import { sealSession, sessionCookie } from "#lib/access/session-cookie.ts";
import { startSession } from "#lib/access/start-session.ts";
import type { Installation } from "./installation.ts";

/** Sign a browser in without its asking: a session of the person, and the cookie that says so. */
export async function giveSession(
  { db, url }: Installation,
  context: BrowserContext,
  user: { id: string },
): Promise<void> {
  const person = await db.user.findUniqueOrThrow({ where: { id: user.id } });
  const ctx = { actor: { kind: "visitor" as const }, db, now: new Date() };
  const sessionId = await startSession(ctx, person, "link");
  const { name, options } = sessionCookie({ publicUrl: url });
  const value = await sealSession(sessionId, await installationSecret(db));
  await context.addCookies([
    { name, value, url, httpOnly: options.httpOnly, sameSite: "Lax", secure: options.secure },
  ]);
}
