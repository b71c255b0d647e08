import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import type { Env } from "#lib/env.ts";

/**
 * Seconds that a browser keeps the cookie: as long as browsers allow. How long a session lasts is
 * said by its row alone, which every request looks at.
 */
export const COOKIE_MAX_AGE_SECONDS = 400 * 24 * 60 * 60;

/**
 * The session cookie: its name carries the port, because browsers share cookies between the ports of
 * one host, and two installations on one machine must not sign each other out.
 */
export function sessionCookie(env: Pick<Env, "publicUrl">) {
  const url = new URL(env.publicUrl);
  const isSecure = url.protocol === "https:";
  const port = url.port || (isSecure ? "443" : "80");
  return {
    name: `${isSecure ? "__Secure-" : ""}onrecord-session-${port}`,
    options: { httpOnly: true, sameSite: "lax" as const, path: "/", secure: isSecure },
  };
}

const Content = z.object({ sessionId: z.uuid() });

/** The cookie's value: a token of next-auth's that holds the id of a session row and nothing else. */
export async function sealSession(sessionId: string, secret: string): Promise<string> {
  return encode({ token: { sessionId }, secret, maxAge: COOKIE_MAX_AGE_SECONDS });
}

/** The session row's id, or null for a value that we did not write. */
export async function unsealSession(
  value: string | undefined,
  secret: string,
): Promise<string | null> {
  if (!value) return null;
  try {
    return Content.parse(await decode({ token: value, secret })).sessionId;
  } catch {
    return null;
  }
}
