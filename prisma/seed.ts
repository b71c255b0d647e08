import { addMember } from "#lib/access/add-member.ts";
import { insertUser } from "#lib/access/add-user.ts";
import { hashPassword } from "#lib/access/passwords.ts";
import { makeSecretToken } from "#lib/access/secret-token.ts";
import type { Context } from "#lib/context.ts";
import { transact } from "#lib/db/transact.ts";
import { createProject } from "#lib/projects/create-project.ts";
import { actorFor, type UserContext } from "./factories.ts";
import { DEMO_OWNER, DEMO_PEOPLE, type DemoPerson } from "./scenarios/demo/people.ts";
import { playDemo } from "./scenarios/demo/play-demo.ts";
import { DEMO_PROJECT } from "./scenarios/demo/project.ts";

export type SeededPerson = {
  id: string;
  name: string;
  email: string;
  role: DemoPerson;
  /** Generated; kept nowhere but as a hash. */
  password: string;
};

const MINUTE_MS = 60_000;
const STORY_MS = 6 * 24 * 60 * MINUTE_MS;
const STEP_MS = 11 * MINUTE_MS;

/**
 * Make the demo on an empty installation: its project, three people (one owns the installation), and
 * all that they have done during the last six days. All of it or, when it is broken off, nothing.
 */
export async function seedDemo(ctx: Context): Promise<SeededPerson[]> {
  const people = await Promise.all(
    Object.entries(DEMO_PEOPLE).map(async ([role, { name, email, memberRole }]) => {
      const password = makeSecretToken().slice(0, 20);
      const passwordHash = await hashPassword(password);
      return { role: role as DemoPerson, name, email, memberRole, password, passwordHash };
    }),
  );
  return await transact(
    ctx.db,
    async (db) => {
      const operator: Context = { ...ctx, db };
      const project = await createProject(operator, DEMO_PROJECT);
      const seeded: SeededPerson[] = [];
      const cast = new Map<DemoPerson, UserContext["actor"]>();
      for (const { role, name, email, memberRole, password, passwordHash } of people) {
        const isOwner = role === DEMO_OWNER;
        const user = await insertUser(operator, { name, email, passwordHash, isOwner });
        await addMember(operator, project.id, user.id, memberRole);
        cast.set(role, await actorFor(db, user));
        seeded.push({ id: user.id, name, email, role, password });
      }
      const story = storyClock(ctx.now);
      await playDemo(project.id, (who) => {
        const actor = cast.get(who);
        if (actor === undefined) throw new Error(`Nobody in the demo is ${who}.`);
        return { actor, db, now: story() };
      });
      return seeded;
    },
    { timeoutMs: 5 * MINUTE_MS },
  );
}

/** Moments one after another, from six days ago, none of them after `now`. */
function storyClock(now: Date): () => Date {
  let at = now.getTime() - STORY_MS;
  return () => {
    at = Math.min(at + STEP_MS, now.getTime());
    return new Date(at);
  };
}
