import { z } from "zod";
import { addWatch } from "#lib/watches/add-watch.ts";
import { deleteWatch as remove } from "#lib/watches/delete-watch.ts";
import { editWatch } from "#lib/watches/edit-watch.ts";
import { fetchSoon } from "#lib/watches/fetch-soon.ts";
import { NewWatch, WatchChange, WatchKind, WatchOutcome } from "#lib/watches/model.ts";
import { getWatch as read, listWatches } from "#lib/watches/queries.ts";
import { answer, endpoint, Id } from "../endpoint.ts";
import { cut, PageQuery, pageOf } from "../page.ts";

const params = z.object({ id: Id });
const when = z.string().nullable();

const Watch = z
  .object({
    id: z.string(),
    projectId: z.string(),
    kind: WatchKind,
    url: z.string(),
    articleId: z.string().nullable(),
    articleTitle: z.string().nullable(),
    title: z.string().nullable(),
    everyMinutes: z.int().nullable(),
    nextAt: when,
    fetchedAt: when,
    outcome: WatchOutcome.nullable(),
    problem: z.string().nullable(),
    said: z.string(),
    failures: z.int(),
    version: z.int(),
    createdAt: z.string(),
  })
  .meta({
    id: "Watch",
    description:
      "The page of an article, or a feed, that is fetched again: every so many minutes, or only by hand (null). " +
      "`said` is what the last fetch came to, as a sentence; `failures` counts those in a row.",
  });

export const getWatches = endpoint({
  method: "GET",
  path: "/projects/{id}/watches",
  summary: "What a project watches and follows",
  params,
  query: PageQuery,
  answers: { 200: pageOf(Watch) },
  handle: async (ctx, { params, query: { after, limit } }) =>
    answer(200, cut(await listWatches(ctx, params.id, { after, limit: limit + 1 }), limit)),
});

export const postWatch = endpoint({
  method: "POST",
  path: "/projects/{id}/watches",
  summary: "Watch an article's page, or follow a feed",
  description:
    "It is fetched at once, in the background, and then every `everyMinutes` (5 to 525,600; null: only by hand). " +
    "A page's text becomes a revision of its article when it differs; a feed's entries come in once each. An " +
    "address or article that is watched already is refused as `duplicate` with the id of its watch.",
  params,
  body: NewWatch.meta({ id: "NewWatch" }),
  answers: { 200: Watch, 201: Watch },
  handle: async (ctx, { params, body }) => {
    const { watch, isNew } = await addWatch(ctx, params.id, body);
    const { version } = watch;
    return isNew ? answer(201, watch, { version }) : answer(200, watch, { version });
  },
});

export const getWatch = endpoint({
  method: "GET",
  path: "/watches/{id}",
  summary: "A watch, and what its last fetch came to",
  params,
  answers: { 200: Watch },
  handle: async (ctx, { params }) => {
    const watch = await read(ctx, params.id);
    return answer(200, watch, { version: watch.version });
  },
});

export const patchWatch = endpoint({
  method: "PATCH",
  path: "/watches/{id}",
  summary: "Change how often a source is fetched, or its address",
  description: "`everyMinutes` null stops the schedule. What is left out stays.",
  params,
  body: WatchChange.meta({ id: "WatchChange" }),
  answers: { 200: Watch },
  handle: async (ctx, { params, body, ifMatch }) => {
    const watch = await editWatch(ctx, params.id, body, ifMatch);
    return answer(200, watch, { version: watch.version });
  },
});

export const deleteWatch = endpoint({
  method: "DELETE",
  path: "/watches/{id}",
  summary: "Watch something no more",
  description: "The articles and revisions that came from it stay.",
  params,
  answers: { 200: z.object({ id: z.string() }) },
  handle: async (ctx, { params, ifMatch }) => {
    await remove(ctx, params.id, ifMatch);
    return answer(200, { id: params.id });
  },
});

export const postWatchFetch = endpoint({
  method: "POST",
  path: "/watches/{id}/fetch",
  summary: "Fetch a source now",
  description:
    "A worker does it in a moment; `fetchedAt` and `outcome` of the watch tell when it is done.",
  params,
  answers: { 200: Watch },
  handle: async (ctx, { params }) => {
    const watch = await fetchSoon(ctx, params.id);
    return answer(200, watch, { version: watch.version });
  },
});
