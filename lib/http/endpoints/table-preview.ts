import { z } from "zod";
import { MOST_UPLOAD_BYTES, TableField } from "#lib/ingestion/model.ts";
import { previewTable } from "#lib/ingestion/tables/preview-table.ts";
import { admitToProject } from "../admit-to-project.ts";
import { answer, endpoint, Id } from "../endpoint.ts";

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
  admit: admitToProject("ingestion.write"),
  answers: { 200: TablePreview },
  handle: async (ctx, { params, upload }) =>
    answer(200, await previewTable(ctx, params.id, upload.bytes)),
});
