import { z } from "zod";
import { listNames } from "#lib/annotations/list-names.ts";
import { answer, endpoint, Id } from "../endpoint.ts";

const Name = z.object({ name: z.string(), count: z.int().min(1) }).meta({ id: "Name" });

export const getNames = endpoint({
  method: "GET",
  path: "/projects/{id}/names",
  summary: "The names that a project's attributions give as who is meant, the commonest first",
  description: "At most 500; `q` takes those that begin with its letters.",
  params: z.object({ id: Id }),
  query: z.object({ q: z.string().trim().max(200).default("") }),
  answers: { 200: z.object({ items: z.array(Name) }) },
  handle: async (ctx, { params, query }) =>
    answer(200, { items: await listNames(ctx, params.id, query.q) }),
});
