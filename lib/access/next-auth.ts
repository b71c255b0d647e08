import type { AuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { z } from "zod";
import type { Context } from "#lib/context.ts";
import { db } from "#lib/db/client.ts";
import { readEnv } from "#lib/env.ts";
import { isDomainError } from "#lib/errors.ts";
import { log } from "#lib/log.ts";
import { clientAddress } from "./client-address.ts";
import { findSessionActor } from "./find-actor.ts";
import { installationSecret } from "./installation-secret.ts";
import { COOKIE_MAX_AGE_SECONDS, sessionCookie } from "./session-cookie.ts";
import { signIn } from "./sign-in.ts";
import { signOut } from "./sign-out.ts";

/**
 * How next-auth works here; the only file that knows it, besides the shape of its token in
 * session-cookie.ts. Other ways to sign in become further providers. The token names a session row
 * and nothing else, and the row is looked at with every request, so that access can be taken away.
 */
export async function authOptions(): Promise<AuthOptions> {
  const env = readEnv();
  // next-auth makes its addresses from this variable and from nothing else.
  process.env.NEXTAUTH_URL ??= env.publicUrl;
  const { name, options } = sessionCookie(env);
  const cookie = (what: string) => ({ name: name.replace("session", what), options });
  return {
    secret: await installationSecret(db()),
    providers: [passwordProvider()],
    session: { strategy: "jwt", maxAge: COOKIE_MAX_AGE_SECONDS },
    useSecureCookies: options.secure,
    cookies: {
      sessionToken: { name, options },
      csrfToken: cookie("csrf"),
      callbackUrl: cookie("callback"),
    },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    callbacks: {
      // The "user" that the provider answers with is the session that it began.
      jwt: ({ token, user }) => ({ sessionId: user ? user.id : token.sessionId }),
      session: async ({ session, token }) => {
        const actor = await actorOf(token);
        return actor === null
          ? { expires: session.expires }
          : { expires: session.expires, user: { name: actor.name } };
      },
    },
    events: {
      signOut: async ({ token }) => {
        const actor = await actorOf(token);
        if (actor !== null) await signOut({ actor, db: db(), now: new Date() });
      },
    },
    logger: {
      error: (code, more) => log.error("next-auth failed.", { code, more }),
      warn: (code) => log.debug("next-auth warns.", { code }),
      debug: () => undefined,
    },
  };
}

const Credentials = z.object({ email: z.string(), password: z.string() });
const Token = z.object({ sessionId: z.uuid() });

function passwordProvider() {
  return CredentialsProvider({
    id: "password",
    name: "Password",
    credentials: { email: { label: "E-mail" }, password: { label: "Password", type: "password" } },
    async authorize(given, request) {
      const credentials = Credentials.safeParse(given);
      if (!credentials.success) return null;
      const headers = new Headers(
        z.record(z.string(), z.string()).catch({}).parse(request.headers),
      );
      const ctx: Context = { actor: { kind: "visitor" }, db: db(), now: new Date() };
      try {
        const address = clientAddress(headers, readEnv());
        return { id: await signIn(ctx, { ...credentials.data, address }) };
      } catch (error) {
        if (isDomainError(error) && error.code === "signed-out") return null;
        throw error;
      }
    },
  });
}

async function actorOf(token: unknown) {
  const known = Token.safeParse(token);
  return known.success ? findSessionActor(db(), known.data.sessionId, new Date()) : null;
}
