import { callApi, type ApiOutcome } from "#components/http/call-api.ts";
import { readAll } from "#components/http/read-all.ts";
import type { DistantAnnotation } from "#components/desk/desk-data.ts";
import type { Annotation } from "#lib/annotations/model.ts";
import type { Article } from "#lib/articles/model.ts";
import type { Evidence } from "#lib/evidence/model.ts";
import type { Link } from "#lib/links/model.ts";
import type { MissedPassage, Review } from "#lib/review/model.ts";
import type { Thread } from "#lib/threads/model.ts";
import type { Asked } from "./what-to-ask.ts";

/** What the server holds of the things that were asked for; null where a thing is there no more. */
export type News = {
  readonly annotations: ReadonlyMap<string, Annotation | null>;
  readonly links: ReadonlyMap<string, Link | null>;
  readonly evidence: ReadonlyMap<string, Evidence | null>;
  readonly threads: ReadonlyMap<string, Thread | null>;
  readonly reviews: ReadonlyMap<string, Review | null>;
  readonly elsewhere: readonly DistantAnnotation[];
  readonly missed: readonly MissedPassage[] | null;
  readonly article: Article | null;
};

/** Asked for by their ids up to this many, and as a list beyond. */
const FEW = 12;
const AT_ONCE = 4;
/** What takes longer is asked for again: the line may be dead. */
const ANSWER_MS = 20_000;

/**
 * Ask for what announcements named. Rejects when something did not answer: then it is asked for again
 * later, since nobody announces it twice.
 */
export async function readNews(
  articleId: string,
  asked: Asked,
  known: (annotationId: string) => boolean,
): Promise<News> {
  const [annotations, links, evidence, threads, reviews, missed, article] = await Promise.all([
    readSome<Annotation>(asked.annotations, "/annotations", `/articles/${articleId}/annotations`),
    readNamed<Link>(asked.links, "/links", `/articles/${articleId}/links`),
    readNamed<Evidence>(asked.evidence, "/evidence", `/articles/${articleId}/evidence`),
    readSome<Thread>(asked.threads, "/threads", `/articles/${articleId}/threads`),
    readReviews(asked.rejected),
    asked.isMissed ? all<MissedPassage>(`/articles/${articleId}/missed`) : null,
    asked.isArticle ? one<Article>(`/articles/${articleId}`) : null,
  ]);
  const ends = [...links.values()].flatMap((link) => (link ? [link.from, link.to] : []));
  const far = ends.filter((id) => !annotations.has(id) && !known(id));
  return {
    ...{ annotations, links, evidence, threads, reviews, missed, article },
    elsewhere: await readDistant([...new Set(far)], articleId),
  };
}

/** A few by their own addresses, many from the list that holds them all. */
async function readSome<Thing extends { id: string }>(
  ids: ReadonlySet<string>,
  path: string,
  list: string,
): Promise<Map<string, Thing | null>> {
  if (ids.size > FEW) return readListed<Thing>(ids, list);
  return new Map(await inTurns([...ids], async (id) => [id, await one<Thing>(`${path}/${id}`)]));
}

/**
 * The same of things that come and go: a few are asked for together. What was taken away in the
 * meantime is then missing from the answer, where its own address would answer with an error.
 */
async function readNamed<Thing extends { id: string }>(
  ids: ReadonlySet<string>,
  path: string,
  list: string,
): Promise<Map<string, Thing | null>> {
  if (ids.size === 0) return new Map();
  return readListed<Thing>(ids, ids.size > FEW ? list : `${path}?ids=${[...ids].join(",")}`);
}

/** What a list holds of these. */
async function readListed<Thing extends { id: string }>(
  ids: ReadonlySet<string>,
  list: string,
): Promise<Map<string, Thing | null>> {
  const things = await all<Thing>(list);
  if (things === null) return new Map();
  const listed = new Map(things.map((each) => [each.id, each]));
  return new Map([...ids].map((id) => [id, listed.get(id) ?? null]));
}

/** The decision that stands on each: the last that was not taken back. */
async function readReviews(ids: ReadonlySet<string>): Promise<Map<string, Review | null>> {
  return new Map(
    await inTurns([...ids], async (id) => {
      const reviews = await all<Review>(`/annotations/${id}/reviews`);
      const last = reviews?.findLast(({ undoneAt }) => undoneAt === null);
      return [id, last?.decision === "reject" ? last : null] as const;
    }),
  );
}

async function readDistant(
  ids: readonly string[],
  articleId: string,
): Promise<DistantAnnotation[]> {
  const titles = new Map<string, string>();
  const found = await inTurns(ids, async (id): Promise<DistantAnnotation[]> => {
    const annotation = await one<Annotation>(`/annotations/${id}`);
    if (!annotation || annotation.articleId === articleId) return [];
    const { tag, state, segments } = annotation;
    const of = annotation.articleId;
    const title = titles.get(of) ?? (await one<Article>(`/articles/${of}`))?.title ?? "";
    titles.set(of, title);
    return [{ id, articleId: of, articleTitle: title, tag, state, segments }];
  });
  return found.flat();
}

async function inTurns<Item, Result>(
  items: readonly Item[],
  ask: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (let at = 0; at < items.length; at += AT_ONCE) {
    // A few at a time: a browser has six connections, and the reader's own work comes first.
    results.push(...(await Promise.all(items.slice(at, at + AT_ONCE).map(ask))));
  }
  return results;
}

async function one<Thing>(path: string): Promise<Thing | null> {
  const signal = AbortSignal.timeout(ANSWER_MS);
  const outcome = await callApi<Thing>({ method: "GET", path, signal });
  if (outcome.kind === "refused" && outcome.problem.code === "not-found") return null;
  return bodyOf(outcome);
}

async function all<Thing>(path: string): Promise<Thing[] | null> {
  const outcome = await readAll<Thing>(path, AbortSignal.timeout(ANSWER_MS));
  // The article is there no more, or not for this person; the stream says so too.
  if (outcome.kind === "refused") return null;
  return bodyOf(outcome);
}

function bodyOf<Thing>(outcome: ApiOutcome<Thing>): Thing {
  if (outcome.kind === "done") return outcome.body;
  throw new Error(outcome.problem.message);
}
