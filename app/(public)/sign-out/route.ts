import { refuseForeignOrigin } from "#lib/access/origin.ts";
import { dropSession, maybePageContext } from "#lib/access/session.ts";
import { signOut } from "#lib/access/sign-out.ts";
import { readEnv } from "#lib/env.ts";
import { problemResponse } from "#lib/http/problem.ts";

/** A form of ours, from any page, ends the session here. */
export async function POST(request: Request): Promise<Response> {
  try {
    refuseForeignOrigin(request, readEnv());
    const ctx = await maybePageContext();
    if (ctx.actor.kind === "user") await signOut(ctx);
    await dropSession();
    return new Response(null, { status: 303, headers: { Location: "/sign-in" } });
  } catch (error) {
    return problemResponse(error);
  }
}
