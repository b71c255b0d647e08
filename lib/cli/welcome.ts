import { makeOwnerInvitation } from "#lib/access/make-invitation.ts";
import { makeSignInLink } from "#lib/access/make-sign-in-link.ts";
import { hasOwner } from "#lib/access/queries.ts";
import type { Context } from "#lib/context.ts";
import { db } from "#lib/db/client.ts";
import type { OpenDatabase } from "#lib/db/open.ts";
import type { Env } from "#lib/env.ts";
import { operatorContext } from "./operator-context.ts";
import { noteServedAddress } from "./served-address.ts";

/** More people than this are no demo, and their links are not for the terminal. */
const MOST_LINKS = 3;

/**
 * Say where to go and how to sign in, once the app serves. A new embedded database gets the demo
 * first. As long as nobody has ever signed in, the few people who could get a one-time link each; an
 * installation without an owner gets the link that makes one.
 */
export async function welcome(options: {
  env: Env;
  database: Pick<OpenDatabase, "isNew" | "isEmbedded">;
  say: (sentence: string) => void;
}): Promise<void> {
  const { env, database, say } = options;
  const ctx = operatorContext(db());
  noteServedAddress(env);
  if (database.isNew && (env.isDemoWanted ?? database.isEmbedded)) {
    say("Making the demo project.");
    const { seedDemo } = await import("#prisma/seed.ts");
    await seedDemo(ctx);
  }
  say(`Onrecord is at ${env.publicUrl}`);
  for (const line of await waysIn(ctx)) say(line);
  say("Ctrl-C stops it.");
}

async function waysIn(ctx: Context): Promise<string[]> {
  if (!(await hasOwner(ctx))) {
    const { link } = await makeOwnerInvitation(ctx);
    return ["Nobody owns this installation yet. This link makes the owner, once:", `  ${link}`];
  }
  const people = await ctx.db.user.findMany({
    where: { revokedAt: null },
    include: { members: { where: { revokedAt: null }, select: { role: true } } },
    orderBy: { id: "asc" },
    take: MOST_LINKS + 1,
  });
  if (people.length > MOST_LINKS || (await ctx.db.session.count()) > 0) {
    return ["Locked out? `npm run onrecord -- user link EMAIL` makes a one-time link."];
  }
  const lines = ["Each of these links signs in once, and lasts a day:"];
  for (const person of people) {
    const role = person.isOwner ? "owner" : (person.members[0]?.role ?? "member");
    const { link } = await makeSignInLink(ctx, person.id);
    lines.push(`  ${person.name} (${role}, ${person.email})`, `    ${link}`);
  }
  return [
    ...lines,
    "Lost them? Stop and start again, or run `npm run onrecord -- user link EMAIL`.",
  ];
}
