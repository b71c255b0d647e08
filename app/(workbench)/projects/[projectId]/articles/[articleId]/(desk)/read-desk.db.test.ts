import pg from "pg";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { findSessionVisit, type Visit } from "#lib/access/find-actor.ts";
import { describeUser } from "#lib/access/queries.ts";
import { startSession } from "#lib/access/start-session.ts";
import { COUNTED } from "#lib/articles/count-own-work.ts";
import type { Article } from "#lib/articles/model.ts";
import { openTestClient, type TestClient } from "#lib/db/testing/open-test-client.ts";
import { makeAnnotation, makeArticle, makeEvidence, makeLink } from "#prisma/factories.ts";
import { makeSmallTeam, type SmallTeam } from "#prisma/scenarios/small-team.ts";
import { readDesk } from "./read-desk.ts";
import { readOpening } from "./read-opening.ts";

/** Articles of the project besides the one that is opened. */
const OTHERS = 2_000;

let client: TestClient;
let own: pg.Client;
let team: SmallTeam;
let article: Article;
let sessionId: string;

beforeAll(async () => {
  client = await openTestClient();
  const { db, url } = client;
  own = new pg.Client({ connectionString: url });
  await own.connect();
  team = await makeSmallTeam(db);
  const { id: projectId } = team.project;
  const { annotator: author } = team;
  article = await makeArticle(db, { projectId });
  const away = await makeArticle(db, { projectId });
  const from = await makeAnnotation(db, article, { author });
  const to = await makeAnnotation(db, away, { author });
  await makeLink(author, { type: "same-claim", from, to });
  await makeEvidence(author, from);
  const { userId: id, name, isOwner } = author.actor;
  const visitor = { actor: { kind: "visitor" }, db, now: new Date() } as const;
  sessionId = await startSession(visitor, { id, name, isOwner }, "link");
});
afterAll(async () => {
  await own.end();
  await client.close();
});

it("takes three statements for all that a desk's first response says", async () => {
  const { statements, desk, visit } = await openDesk();
  expect(statements).toHaveLength(3);
  expect(visit.me).toEqual(await describeUser(team.annotator));
  expect(desk.data).toMatchObject({
    project: { id: team.project.id },
    article: { id: article.id, text: article.text },
    annotations: [{ articleId: article.id }],
    links: [{ type: "same-claim" }],
    elsewhere: [{ articleTitle: expect.any(String) }],
    evidence: [{ kind: "note" }],
    progress: { total: 2, isMore: false },
    me: visit.me.user,
    role: "annotator",
  });
  expect(desk.data.announced).toBeGreaterThan(0);
});

it("says that there is nothing at the address of another project, or to a stranger", async () => {
  const at = (projectId: string) => ({ projectId, articleId: article.id });
  const refused = { code: "not-found" };
  await expect(readOpening(team.stranger, at(team.project.id))).rejects.toMatchObject(refused);
  await expect(readOpening(team.annotator, at(team.elsewhere.id))).rejects.toMatchObject(refused);
  await expect(readOpening(team.annotator, at("nowhere"))).rejects.toMatchObject(refused);
});

it("takes as many, and reads no more rows, in a project of thousands of articles", async () => {
  await growProject();
  const { statements, desk } = await openDesk();
  expect(statements).toHaveLength(3);
  expect(desk.data.progress).toEqual({ finished: COUNTED, total: COUNTED, isMore: true });
  const rows = await rowsRead(statements);
  // The bar's "finished" is counted so far and no further.
  expect(rows.get("article")).toBeLessThan(2 * COUNTED + 50);
  expect(rows.get("work")).toBeLessThan(COUNTED + 50);
  for (const [table, count] of rows) {
    if (table !== "article" && table !== "work") expect([table, count < 50]).toEqual([table, true]);
  }
});

type Statement = { text: string; values: unknown[] };

/** What the server does for the page, with every statement that PostgreSQL is sent for it. */
async function openDesk() {
  const { db } = client;
  const spy = vi.spyOn(pg.Client.prototype, "query");
  try {
    const now = new Date();
    const visit: Visit | null = await findSessionVisit(db, sessionId, now);
    if (visit === null) throw new Error("no session");
    const ctx = { actor: visit.actor, db, now };
    const place = { projectId: team.project.id, articleId: article.id };
    const desk = await readDesk(ctx, await readOpening(ctx, place), visit.me);
    const statements = spy.mock.calls.map(([first, second]: unknown[]) => sent(first, second));
    return { statements, desk, visit };
  } finally {
    spy.mockRestore();
  }
}

function sent(first: unknown, second: unknown): Statement {
  if (typeof first === "string") {
    return { text: first, values: Array.isArray(second) ? second : [] };
  }
  const { text, values } = first as { text: string; values?: unknown[] };
  return { text, values: values ?? (Array.isArray(second) ? second : []) };
}

type Plan = {
  "Relation Name"?: string;
  "Actual Rows": number;
  "Actual Loops": number;
  "Rows Removed by Filter"?: number;
  "Rows Removed by Index Recheck"?: number;
  Plans?: Plan[];
};

/** How many rows of each table PostgreSQL looks at for the statements. */
async function rowsRead(statements: readonly Statement[]): Promise<Map<string, number>> {
  const rows = new Map<string, number>();
  const add = (plan: Plan) => {
    const table = plan["Relation Name"];
    if (table !== undefined) {
      const each =
        plan["Actual Rows"] +
        (plan["Rows Removed by Filter"] ?? 0) +
        (plan["Rows Removed by Index Recheck"] ?? 0);
      rows.set(table, (rows.get(table) ?? 0) + each * plan["Actual Loops"]);
    }
    for (const inner of plan.Plans ?? []) add(inner);
  };
  for (const { text, values } of statements) {
    const explain = `EXPLAIN (ANALYZE, FORMAT JSON) ${text}`;
    const { rows: plans } = await own.query<{ "QUERY PLAN": { Plan: Plan }[] }>(explain, values);
    for (const { Plan } of plans[0]?.["QUERY PLAN"] ?? []) add(Plan);
  }
  return rows;
}

/** Other articles with the same person's work on each: returned, linked, pointed out, talked about. */
async function growProject(): Promise<void> {
  const [project, author, reviewer] = [
    team.project.id,
    team.annotator.actor.userId,
    team.reviewer.actor.userId,
  ].map((id) => `'${id}'::uuid`);
  const id = (kind: number) => `('0${kind}000000-0000-7000-8000-' || lpad(i::text, 12, '0'))::uuid`;
  const [art, rev, ann, evi, mis, thr, tie] = [1, 2, 3, 4, 5, 6, 7].map(id);
  const rows: Record<string, string> = {
    "article (id, project_id, title, media_type)": `${art}, ${project}, 'No. ' || i, 'text/plain'`,
    "revision (id, article_id, project_id, number, text, hash, length, original_hash, encoding, origin_kind)": `${rev},
      ${art}, ${project}, 1, 'x', encode(sha256('x'), 'hex'), 1, (SELECT min(hash) FROM original), 'utf-8', 'paste'`,
    "annotation (id, project_id, article_id, revision_id, revision, author_id, tag, state, absent, attributes, signature, updated_at)": `${ann},
      ${project}, ${art}, ${rev}, 1, ${author}, 'claim', 'rejected', '{}', '{}', 's' || i, now()`,
    "work (article_id, user_id, state, updated_at)": `${art}, ${author}, 'finished', now()`,
    "link (id, project_id, type, from_id, to_id, author_id, updated_at)": `${tie}, ${project}, 'same-claim', ${ann},
      ('03000000-0000-7000-8000-' || lpad((i % ${OTHERS} + 1)::text, 12, '0'))::uuid, ${author}, now()`,
    "evidence (id, project_id, annotation_id, author_id, kind, stance, reason, note, updated_at)": `${evi}, ${project}, ${ann},
      ${author}, 'note', 'supports', 'r', 'n', now()`,
    'missed_passage (id, project_id, article_id, revision_id, revision, start, "end", exact, annotator_id, reviewer_id)': `${mis},
      ${project}, ${art}, ${rev}, 1, 0, 1, 'x', ${author}, ${reviewer}`,
    "thread (id, project_id, article_id, author_id)": `${thr}, ${project}, ${art}, ${author}`,
    "review (id, project_id, annotation_id, reviewer_id, decision, reason, version)": `${evi}, ${project}, ${ann},
      ${reviewer}, 'reject', 'other', 1`,
  };
  for (const [into, values] of Object.entries(rows)) {
    // How the product writes such rows is not the matter here, so its triggers stand aside.
    const table = into.slice(0, into.indexOf(" "));
    await own.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
    await own.query(`INSERT INTO ${into} SELECT ${values} FROM generate_series(1, ${OTHERS}) AS i`);
    await own.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
  }
  await own.query("ANALYZE");
}
