import { z } from "zod";
import { WorkState } from "#lib/articles/model.ts";
import { putWork as write } from "#lib/articles/put-work.ts";
import { answer, endpoint, Id } from "../endpoint.ts";

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
