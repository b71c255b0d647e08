import { z } from "zod";
import { ActiveTimeReport, addActiveTime, listActiveTime } from "#lib/articles/active-time.ts";
import { WorkState } from "#lib/articles/model.ts";
import { putWork as write } from "#lib/articles/put-work.ts";
import { answer, endpoint, Id } from "../endpoint.ts";
import { Person } from "./annotation-schemas.ts";

export const putWork = endpoint({
  method: "PUT",
  path: "/articles/{id}/work",
  summary: "Say how far one's own work on an article is",
  description:
    "An article can be finished with nothing found. Finished work is reopened before it goes on.",
  params: z.object({ id: Id }),
  body: z.object({ state: WorkState.exclude(["not-begun"]) }),
  answers: { 200: z.object({ articleId: z.string(), state: WorkState }).meta({ id: "Work" }) },
  handle: async (ctx, { params, body }) => answer(200, await write(ctx, params.id, body.state)),
});

const ActiveTimes = z
  .object({ items: z.array(z.object({ user: Person, seconds: z.int() })) })
  .meta({ id: "ActiveTimes" });

export const getActiveTime = endpoint({
  method: "GET",
  path: "/articles/{id}/active-time",
  summary: "How long one was at work on an article, and others who share theirs",
  params: z.object({ id: Id }),
  answers: { 200: ActiveTimes },
  handle: async (ctx, { params }) => answer(200, { items: await listActiveTime(ctx, params.id) }),
});

export const postActiveTime = endpoint({
  method: "POST",
  path: "/articles/{id}/active-time",
  summary: "Add to one's own active time on an article",
  params: z.object({ id: Id }),
  body: ActiveTimeReport,
  answers: { 200: z.object({ seconds: z.int() }) },
  handle: async (ctx, { params, body }) =>
    answer(200, { seconds: await addActiveTime(ctx, params.id, body) }),
});
