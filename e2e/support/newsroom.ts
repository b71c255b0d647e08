import { createTokenFor } from "#lib/access/create-token.ts";
import { hashPassword } from "#lib/access/passwords.ts";
import type { Article } from "#lib/articles/model.ts";
import type { MemberRole } from "#lib/context.ts";
import type { Project } from "#lib/projects/model.ts";
import { reviseArticle } from "#lib/revisions/revise-article.ts";
import {
  makeArticle,
  makeMember,
  makeProject,
  makeUser,
  type MadeMember,
  type MadeUser,
} from "#prisma/factories.ts";
import type { Installation } from "./installation.ts";

/** A project that only this test knows, and the people it calls in. */
export type Newsroom = {
  project: Project;
  /** The address of a page of the project: "" is its overview, "/articles" its articles. */
  path: (rest: string) => string;
  /** Somebody new in the project. */
  member: (role: MemberRole, name?: string) => Promise<MadeMember>;
  article: (given?: { text?: string; title?: string }) => Promise<Article>;
  /** The article's next revision, as somebody pastes it. */
  revise: (article: { id: string }, text: string) => Promise<void>;
  /** A token with which a program acts as the person in this project. */
  tokenFor: (person: MadeMember) => Promise<string>;
};

/** What people with a password sign in with. */
export const PASSWORD = "the ferry leaves at nine";

/** A new project with nobody in it. Its members are made by the product's own operations. */
export async function openNewsroom({ db }: Installation): Promise<Newsroom> {
  const project = await makeProject(db);
  const projectId = project.id;
  return {
    project,
    path: (rest) => `/projects/${projectId}${rest}`,
    member: async (role, name) =>
      makeMember(db, { projectId, role, user: await makeUser(db, name ? { name } : {}) }),
    article: (given = {}) => makeArticle(db, { projectId, ...given }),
    revise: async ({ id }, text) => {
      const operator = { actor: { kind: "operator" as const }, db, now: new Date() };
      const content = { text, mediaType: "text/plain" as const };
      await reviseArticle(operator, id, { content, origin: { kind: "paste", name: null } });
    },
    tokenFor: async ({ user }) => {
      const operator = { actor: { kind: "operator" as const }, db, now: new Date() };
      return (await createTokenFor(operator, projectId, user.id, "A script")).token;
    },
  };
}

/** A person with a password, in no project yet. */
export async function makePersonWithPassword(
  { db }: Installation,
  given: { name?: string } = {},
): Promise<MadeUser> {
  return makeUser(db, { ...given, passwordHash: await hashPassword(PASSWORD) });
}

/**
 * Who owns the installation, of whom there is one: in the demo, or made here. Every test shares them,
 * so none changes them.
 */
export async function findOwner({ db }: Installation): Promise<{ id: string; name: string }> {
  const owner = await db.user.findFirst({ where: { isOwner: true } });
  return owner ?? makeUser(db, { name: "Ona Vries", isOwner: true });
}
