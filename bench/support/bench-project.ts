import { createTokenFor } from "#lib/access/create-token.ts";
import type { Article } from "#lib/articles/model.ts";
import { type Db, makeClient } from "#lib/db/client.ts";
import { openDatabase } from "#lib/db/open.ts";
import type { Project } from "#lib/projects/model.ts";
import { makeArticle, makeMember, makeProject, type UserContext } from "#prisma/factories.ts";
import type { RunningApp } from "#scripts/with-app.ts";
import type { InventedArticle, Mark } from "./invented-article.ts";

/** An article with the marks that its text bears, none of them written yet. */
export type MarkedArticle = Pick<Article, "id" | "projectId" | "text"> & {
  revisionId: string;
  marks: Mark[];
};

export type BenchProject = {
  project: Project;
  annotator: UserContext;
  reviewer: UserContext;
  /** The annotator's, for the HTTP API. */
  token: string;
  add(article: InventedArticle): Promise<MarkedArticle>;
};

/** The database of a running app, for as long as `work` runs. */
export async function withDatabaseOf<T>(
  app: RunningApp,
  work: (db: Db, url: string) => Promise<T>,
): Promise<T> {
  const database = await openDatabase({
    env: { dataFolder: app.dataFolder, databaseUrl: null },
    purpose: "command",
  });
  const db = makeClient(database.url);
  try {
    return await work(db, database.url);
  } finally {
    await db.$disconnect();
    await database.close();
  }
}

/** A new project with an annotator and a reviewer. */
export async function makeBenchProject(db: Db): Promise<BenchProject> {
  const project = await makeProject(db);
  const projectId = project.id;
  const annotator = (await makeMember(db, { projectId })).ctx;
  const reviewer = (await makeMember(db, { projectId, role: "reviewer" })).ctx;
  const operator = { actor: { kind: "operator" }, db, now: new Date() } as const;
  const { token } = await createTokenFor(operator, projectId, annotator.actor.userId, "bench");
  return {
    project,
    annotator,
    reviewer,
    token,
    async add({ title, text, marks }) {
      const article = await makeArticle(db, { projectId, title, text });
      if (article.text !== text) throw new Error("The invented text is not in canonical form.");
      return { ...article, marks };
    },
  };
}
