import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Context } from "#lib/context.ts";
import { openTestClient, type TestClient } from "#lib/db/testing/open-test-client.ts";
import type { UserContext } from "#prisma/factories.ts";
import { contextFor } from "#prisma/factories.ts";
import {
  makeTwoAnnotators,
  type TwoAnnotators,
  type Worked,
} from "#prisma/scenarios/two-annotators.ts";
import { allEndpoints } from "./all-endpoints.ts";
import type { Endpoint } from "./endpoint.ts";
import { handlerOf } from "./serve.ts";

let client: TestClient;
let shared: TwoAnnotators;
let blind: TwoAnnotators;

beforeAll(async () => {
  client = await openTestClient();
  shared = await makeTwoAnnotators(client.db, "shared");
  blind = await makeTwoAnnotators(client.db, "blind");
}, 60_000);
afterAll(() => client.close());

const gets = allEndpoints().filter(({ method }) => method === "GET");

type Asked = { params?: Record<string, string | undefined>; query?: Record<string, string> };

/**
 * What is asked of every address that can be read: of the project and its articles all of it, and of
 * somebody's work each thing by its id.
 */
function askedOf(path: string, team: TwoAnnotators, whose: Worked): Asked[] | null {
  const each = (ids: readonly string[], query?: Record<string, string>): Asked[] =>
    ids.map((id) => ({ params: { id }, ...(query && { query }) }));
  const articles = team.articles.map(({ id }) => id);
  const [, noun = ""] = path.split("/");
  const found: Record<string, Asked[]> = {
    "/projects/{id}/export": ["jsonl", "csv", "markdown"].flatMap((format) => {
      const state = "draft,submitted,approved,rejected,withdrawn";
      const of = format === "markdown" ? articles : [""];
      return of.map((article) => ({
        params: { id: team.projectId },
        query: { format, state, ...(article && { article }) },
      }));
    }),
    "/projects/{id}/passages": each([team.projectId], { q: "the" }),
    "/articles/{id}/revisions/{n}/difference": [{ params: { id: team.articles[1].id, n: "2" } }],
    "/articles/{id}/evidence": each(articles),
    "/projects/{id}/table-preview": [],
    "/projects/{id}/events": [],
  };
  const kinds: Record<string, Asked[]> = {
    projects: path.includes("{") ? each([team.projectId]) : [{}],
    articles: each(articles),
    annotations: each(whose.annotations),
    links: path.includes("{") ? each(whose.links) : [{ query: { ids: whose.links.join() } }],
    evidence: path.includes("{")
      ? each(whose.evidence)
      : [{ query: { ids: whose.evidence.join() } }],
    threads: each(whose.threads),
    missed: each(whose.missed),
    likenesses: each([team.likeness]),
    // Neither is anybody's work, and there is none here.
    ingestions: [],
    watches: [],
    "ingestion-items": [],
    me: [{}],
    "openapi.json": [{}],
  };
  return found[path] ?? kinds[noun] ?? null;
}

async function ask(by: Context, endpoint: Endpoint, { params = {}, query = {} }: Asked) {
  const address = new URL(`http://onrecord.example/api/v1${endpoint.path}`);
  for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value);
  const response = await handlerOf(endpoint, () => Promise.resolve(by))(new Request(address), {
    params: Promise.resolve(params),
  });
  return { status: response.status, text: await response.text() };
}

/** Where traces of somebody's work stand in what another is answered, whatever they ask. */
async function tracesIn(by: UserContext, team: TwoAnnotators, whose: Worked): Promise<string[]> {
  const ctx = await contextFor(client.db, { id: by.actor.userId });
  const found: string[] = [];
  for (const endpoint of gets) {
    // Who is in the project is no secret.
    if (endpoint.path === "/projects/{id}/members") continue;
    for (const asked of askedOf(endpoint.path, team, whose) ?? []) {
      const { text } = await ask(ctx, endpoint, asked);
      const seen = whose.traces.filter((trace) => text.includes(trace));
      if (seen.length > 0) found.push(`${endpoint.path}: ${seen.join(", ")}`);
    }
  }
  return found;
}

describe("what others do", () => {
  it("is asked for at every address that can be read", () => {
    const unknown = gets.filter(({ path }) => askedOf(path, blind, blind.ana) === null);
    expect(unknown.map(({ path }) => path)).toEqual([]);
  });

  it("stands in no answer to an annotator of a blind project, to whatever they ask", async () => {
    expect(await tracesIn(blind.bo.ctx, blind, blind.ana)).toEqual([]);
    expect(await tracesIn(blind.ana.ctx, blind, blind.bo)).toEqual([]);
    expect(await tracesIn(blind.reader, blind, blind.ana)).toEqual([]);
  }, 60_000);

  it("stands in nearly all of them in a shared project, and for who reviews", async () => {
    const places = async (by: UserContext, team: TwoAnnotators) => {
      const found = await tracesIn(by, team, team.ana);
      return [...new Set(found.map((each) => each.slice(0, each.indexOf(":"))))];
    };
    for (const seen of [await places(shared.bo.ctx, shared), await places(blind.reviewer, blind)]) {
      expect(seen).toEqual(
        expect.arrayContaining([
          "/projects/{id}/export",
          "/articles/{id}/annotations",
          "/annotations/{id}",
          "/annotations/{id}/history",
          "/annotations/{id}/background",
          "/links",
          "/links/{id}",
          "/articles/{id}/links",
          "/evidence",
          "/evidence/{id}",
          "/articles/{id}/evidence",
          "/articles/{id}/active-time",
          "/articles/{id}/missed",
          "/articles/{id}/carries",
          "/articles/{id}/presence",
          "/articles/{id}/threads",
          "/threads/{id}",
        ]),
      );
    }
  }, 60_000);

  it("counts in no figure of a blind project", async () => {
    const figures = async (by: UserContext, team: TwoAnnotators) => {
      const ctx = await contextFor(client.db, { id: by.actor.userId });
      const answer = async (path: string, asked: Asked) => {
        const endpoint = gets.find((one) => one.path === path);
        if (!endpoint) throw new Error(path);
        return JSON.parse((await ask(ctx, endpoint, asked)).text);
      };
      const { items: revisions } = await answer("/articles/{id}/revisions", {
        params: { id: team.articles[1].id },
      });
      const likeness = await answer("/likenesses/{id}", { params: { id: team.likeness } });
      const { items: changes } = await answer("/projects/{id}/changes", {
        params: { id: team.projectId },
      });
      return {
        carries: revisions[0].carries,
        annotations: [likeness.first.annotations, likeness.second.annotations],
        changes: changes.map(({ changed, lost }: Record<string, number>) => [changed, lost]),
      };
    };
    const one = { exact: 1, moved: 0, changed: 1, lost: 0, waiting: 1 };
    expect(await figures(blind.bo.ctx, blind)).toEqual({
      carries: one,
      annotations: [2, 1],
      changes: [[1, 0]],
    });
    expect(await figures(blind.reader, blind)).toEqual({
      carries: { exact: 0, moved: 0, changed: 0, lost: 0, waiting: 0 },
      annotations: [0, 0],
      changes: [],
    });
    expect(await figures(shared.bo.ctx, shared)).toMatchObject({
      carries: { changed: 2, waiting: 2 },
      annotations: [4, 2],
      changes: [[2, 0]],
    });
  });
});
