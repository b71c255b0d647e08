import { z } from "zod";
import { authorize } from "#lib/access/permissions.ts";
import type { Context } from "#lib/context.ts";
import { cancelIngestion } from "#lib/ingestion/cancel-ingestion.ts";
import { completeIngestion } from "#lib/ingestion/complete-ingestion.ts";
import { createIngestion } from "#lib/ingestion/create-ingestion.ts";
import {
  IngestionKind,
  ItemState,
  MOST_ITEMS,
  MOST_UPLOAD_BYTES,
  NewIngestion,
  TableField,
} from "#lib/ingestion/model.ts";
import { putItem } from "#lib/ingestion/put-item.ts";
import {
  getIngestion as readIngestion,
  getItem as readItem,
  listIngestions,
  listItems,
} from "#lib/ingestion/queries.ts";
import { retryFailed, retryItem } from "#lib/ingestion/retry-items.ts";
import { previewTable } from "#lib/ingestion/tables/preview-table.ts";
import { isWorking } from "#lib/jobs/is-working.ts";
import { getProject } from "#lib/projects/queries.ts";
import { contentTypeOf } from "../content-type.ts";
import { answer, endpoint, Id } from "../endpoint.ts";
import { CursorQuery, cut, PageQuery, pageOf } from "../page.ts";

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
const Item = z
  .object({
    id: z.string(),
    ingestionId: z.string(),
    projectId: z.string(),
    index: z.int(),
    parentId: z.string().nullable(),
    name: z.string(),
    url: z.string().nullable(),
    state: ItemState,
    articleId: z.string().nullable(),
    articleTitle: z.string().nullable(),
    problem: z.string().nullable(),
    attempts: z.int(),
    startedAt: when,
    finishedAt: when,
    createdAt: z.string(),
    canRetry: z.boolean(),
  })
  .meta({
    id: "IngestionItem",
    description: "A file, an address or a row, and what became of it.",
  });

/** Only whoever may bring something in sends it. */
async function admitToProject(ctx: Context, { id }: { id: string }): Promise<void> {
  await getProject(ctx, id);
  authorize(ctx.actor, "ingestion.write", { projectId: id });
}

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
  admit: admitToProject,
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

export const getIngestionItems = endpoint({
  method: "GET",
  path: "/ingestions/{id}/items",
  summary: "The items of an ingestion, in the order in which they came",
  params: z.object({ id: Id }),
  query: PageQuery.extend({ state: ItemState.optional() }),
  answers: { 200: pageOf(Item) },
  handle: async (ctx, { params, query }) => {
    const { state, after, limit } = query;
    const rows = await listItems(ctx, params.id, { state, after, limit: limit + 1 });
    return answer(200, cut(rows, limit));
  },
});

export const getIngestionItem = endpoint({
  method: "GET",
  path: "/ingestion-items/{id}",
  summary: "One item",
  params: z.object({ id: Id }),
  answers: { 200: Item },
  handle: async (ctx, { params }) => answer(200, await readItem(ctx, params.id)),
});

export const putIngestionItem = endpoint({
  method: "PUT",
  path: "/ingestions/{id}/items/{index}",
  summary: "Put a file in its place in an ingestion",
  description:
    "The body is the file as it is: a text, a ZIP archive, or the table of a `table` ingestion. `index` is its " +
    "place, from 0. The same file at the same place again is the same item. It is taken in as soon as it is here.",
  params: z.object({
    id: Id,
    index: z.coerce
      .number()
      .int()
      .min(0)
      .max(MOST_ITEMS - 1),
  }),
  query: z.object({
    name: z.string().trim().min(1).max(1_000),
    url: z
      .url({ protocol: /^https?$/ })
      .max(4_000)
      .optional()
      .meta({ description: "Where the page was seen, when it is sent out of a browser." }),
  }),
  takesBytes: true,
  limitBytes: MOST_UPLOAD_BYTES,
  admit: async (ctx, { id }) => {
    authorize(ctx.actor, "ingestion.write", await readIngestion(ctx, id));
  },
  answers: { 200: Item },
  handle: async (ctx, { params, query, upload }) =>
    answer(
      200,
      await putItem(ctx, params.id, params.index, {
        ...query,
        bytes: upload.bytes,
        ...contentTypeOf(upload),
      }),
    ),
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

export const retryIngestionItem = endpoint({
  method: "POST",
  path: "/ingestion-items/{id}/retry",
  summary: "Try one item again that failed or was cancelled",
  params: z.object({ id: Id }),
  answers: { 200: Item },
  handle: async (ctx, { params }) => answer(200, await retryItem(ctx, params.id)),
});

const TablePreview = z
  .object({
    format: z.enum(["csv", "jsonl", "json"]),
    encoding: z.string(),
    delimiter: z.string().nullable(),
    hasHeader: z.boolean(),
    columns: z.array(z.object({ name: z.string(), samples: z.array(z.string()) })),
    suggested: z.partialRecord(TableField, z.string()),
    rows: z.int(),
    problems: z.array(z.object({ line: z.int(), message: z.string() })),
  })
  .meta({ id: "TablePreview" });

export const postTablePreview = endpoint({
  method: "POST",
  path: "/projects/{id}/table-preview",
  summary: "Look at a table before it is taken in",
  description:
    "The body is a CSV, JSON Lines or JSON file, or its first part. Answers with its columns, some of what stands " +
    "in them, and which column probably holds what. Nothing is kept.",
  params: z.object({ id: Id }),
  takesBytes: true,
  limitBytes: MOST_UPLOAD_BYTES,
  admit: admitToProject,
  answers: { 200: TablePreview },
  handle: async (ctx, { params, upload }) =>
    answer(200, await previewTable(ctx, params.id, upload.bytes)),
});
