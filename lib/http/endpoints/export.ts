import { z } from "zod";
import { exportName } from "#lib/exchange/export-name.ts";
import { exportProject } from "#lib/exchange/export-project.ts";
import { ExportRequest, type ExportFormat } from "#lib/exchange/model.ts";
import { getProject } from "#lib/projects/queries.ts";
import { endpoint, Id } from "../endpoint.ts";
import { streamResponse } from "../stream-response.ts";

const MEDIA_TYPES: Readonly<Record<ExportFormat, string>> = {
  jsonl: "application/x-ndjson",
  csv: "text/csv; charset=utf-8; header=present",
  markdown: "text/markdown; charset=utf-8",
};

export const getExport = endpoint({
  method: "GET",
  path: "/projects/{id}/export",
  summary: "A project, or chosen articles of it, as a file",
  description:
    "`format`: `jsonl` (onrecord/1, everything), `csv` (one row a segment) or `markdown` (one article, to read). " +
    "`state`, `article` and `evidence` take several values, with commas or repeated. Withdrawn annotations come only " +
    "when their state is asked for, confidential evidence only when its id is named. Before a row leaves, its " +
    "quotation is compared with the text; a mismatch breaks the transfer off.",
  params: z.object({ id: Id }),
  query: ExportRequest,
  mediaType: "application/x-ndjson",
  answers: { 200: z.string() },
  handle: async (ctx, { params, query }) => {
    const project = await getProject(ctx, params.id);
    const name = exportName(project.name, query.format, ctx.now);
    return streamResponse(
      {
        "Content-Type": MEDIA_TYPES[query.format],
        "Content-Disposition": `attachment; filename="${name}"`,
        "X-Content-Type-Options": "nosniff",
      },
      (sink) => exportProject(ctx, project.id, query, sink),
    );
  },
});
