import { z } from "zod";
import { deletePresence, listPresentReaders, putPresence } from "#lib/articles/present-readers.ts";
import { PresenceInput } from "#lib/realtime/model.ts";
import { answer, endpoint, Id } from "../endpoint.ts";

const PresentReaders = z
  .object({
    items: z.array(
      z.object({
        user: z.object({ id: z.string(), name: z.string() }),
        place: z.number().nullable(),
        seenAt: z.string(),
      }),
    ),
  })
  .meta({ id: "PresentReaders" });

export const getPresence = endpoint({
  method: "GET",
  path: "/articles/{id}/presence",
  summary: "Who has the article open",
  params: z.object({ id: Id }),
  answers: { 200: PresentReaders },
  handle: async (ctx, { params }) =>
    answer(200, { items: await listPresentReaders(ctx, params.id) }),
});

export const putArticlePresence = endpoint({
  method: "PUT",
  path: "/articles/{id}/presence",
  summary: "Say that one has the article open, and where one reads",
  description: "Said again every few seconds; whoever is silent for 45 seconds has gone.",
  params: z.object({ id: Id }),
  body: PresenceInput,
  answers: { 200: PresentReaders },
  handle: async (ctx, { params, body }) =>
    answer(200, { items: await putPresence(ctx, params.id, body) }),
});

export const deleteArticlePresence = endpoint({
  method: "DELETE",
  path: "/articles/{id}/presence",
  summary: "Say that the page was closed",
  params: z.object({ id: Id }),
  query: z.object({ tab: z.uuid().toLowerCase() }),
  answers: { 200: z.object({}) },
  handle: async (ctx, { params, query }) => {
    await deletePresence(ctx, params.id, query.tab);
    return answer(200, {});
  },
});
