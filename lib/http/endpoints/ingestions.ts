import { z } from "zod";
import { cancelIngestion } from "#lib/ingestion/cancel-ingestion.ts";
import { completeIngestion } from "#lib/ingestion/complete-ingestion.ts";
import { createIngestion } from "#lib/ingestion/create-ingestion.ts";
import { IngestionKind, ItemState, NewIngestion } from "#lib/ingestion/model.ts";
import { getIngestion as readIngestion, listIngestions } from "#lib/ingestion/queries.ts";
import { retryFailed } from "#lib/ingestion/retry-items.ts";
import { isWorking } from "#lib/jobs/is-working.ts";
import { getProject } from "#lib/projects/queries.ts";
import { admitToProject } from "../admit-to-project.ts";
import { answer, endpoint, Id } from "../endpoint.ts";
import { CursorQuery, pageOf } from "../page.ts";

const when = z.string().nullable();

const Ingestion = z
  .object({
    id: z.string(),
    projectId: z.string(),
    name: z.string(),
    kind: IngestionKind,
    createdBy: z.object({ id: z.string(), name: z.string() }).nullable(),
    createdAt: z.string(),
    complete: z.boolean(),
    cancelledAt: when,
    counts: z.record(ItemState, z.int()),
    isDone: z.boolean(),
    retryable: z.int().meta({
      description: "How many failed and can be tried again; a broken row of a table cannot.",
    }),
  })
  .meta({ id: "Ingestion", description: "What was brought in one go, and what became of it." });
const IngestionNow = Ingestion.extend({
  isWorking: z.boolean().meta({
    description: "Whether any worker is at work; where none is, what waits goes on waiting.",
  }),
}).meta({ id: "IngestionNow" });

export const postIngestion = endpoint({
  method: "POST",
  path: "/projects/{id}/ingestions",
  summary: "Begin an ingestion",
  description:
    "The client chooses the id, so that the same upload started twice is one. A list of `addresses` is whole " +
    "with this; files and tables are put item by item, then completed. `mapping` says which column of a table " +
    "holds what.",
  params: z.object({ id: Id }),
  body: NewIngestion,
  limitBytes: 8 * 1024 * 1024,
  admit: admitToProject("ingestion.write"),
  answers: { 200: Ingestion },
  handle: async (ctx, { params, body }) => answer(200, await createIngestion(ctx, params.id, body)),
});

export const getIngestions = endpoint({
  method: "GET",
  path: "/projects/{id}/ingestions",
  summary: "A project's ingestions, newest first",
  params: z.object({ id: Id }),
  query: CursorQuery,
  answers: { 200: pageOf(Ingestion) },
  handle: async (ctx, { params, query }) => {
    await getProject(ctx, params.id);
    return answer(200, await listIngestions(ctx, params.id, query));
  },
});

export const getIngestion = endpoint({
  method: "GET",
  path: "/ingestions/{id}",
  summary: "An ingestion with its counts by state",
  params: z.object({ id: Id }),
  answers: { 200: IngestionNow },
  handle: async (ctx, { params }) => {
    const ingestion = await readIngestion(ctx, params.id);
    return answer(200, { ...ingestion, isWorking: await isWorking(ctx) });
  },
});

export const completeIngestionNow = endpoint({
  method: "POST",
  path: "/ingestions/{id}/complete",
  summary: "Say that all was sent",
  params: z.object({ id: Id }),
  answers: { 200: Ingestion },
  handle: async (ctx, { params }) => answer(200, await completeIngestion(ctx, params.id)),
});

export const cancelIngestionNow = endpoint({
  method: "POST",
  path: "/ingestions/{id}/cancel",
  summary: "Stop an ingestion",
  description: "Nothing more is taken in; what is under way is finished, and what came in stays.",
  params: z.object({ id: Id }),
  answers: { 200: Ingestion },
  handle: async (ctx, { params }) => answer(200, await cancelIngestion(ctx, params.id)),
});

export const retryIngestion = endpoint({
  method: "POST",
  path: "/ingestions/{id}/retry",
  summary: "Try again whatever failed and can be tried again",
  params: z.object({ id: Id }),
  answers: { 200: Ingestion },
  handle: async (ctx, { params }) => answer(200, await retryFailed(ctx, params.id)),
});
