import { authorize } from "#lib/access/permissions.ts";
import { visibleEvidence } from "#lib/access/visibility.ts";
import type { Context } from "#lib/context.ts";
import { transact } from "#lib/db/transact.ts";
import { DomainError, notFound } from "#lib/errors.ts";
import { getProject } from "#lib/projects/queries.ts";
import { csv } from "./csv.ts";
import { jsonl } from "./jsonl.ts";
import { articleMarkdown } from "./article-markdown.ts";
import {
  EXPORTED_STATES,
  type ExportFormat,
  type ExportHeader,
  type ExportRequest,
  type ExportWriter,
  type Selection,
} from "./model.ts";
import { readProject } from "./read-project.ts";

export type Exported = { articles: number; annotations: number };

/** Takes a piece of the export, and is waited for before more is read. */
export type Sink = (piece: string) => Promise<void> | void;

const PIECE_LENGTH = 64 * 1024;
const LONGEST_MS = 12 * 60 * 60 * 1_000;

/**
 * Write a project, or chosen articles of it, as it stands at this moment, whatever its size, holding
 * only a few megabytes at a time. Confidential evidence is left out unless it is named.
 *
 * Refused: another project's article or evidence ("not-found"); Markdown of more than one article
 * ("invalid"); a quotation that does not stand in its text ("state", with the row named), after which
 * what was written is no export.
 */
export async function exportProject(
  ctx: Context,
  projectId: string,
  request: ExportRequest,
  sink: Sink,
): Promise<Exported> {
  authorize(ctx.actor, "export.read", { projectId });
  return transact(
    ctx.db,
    async (db) => {
      const inside = { ...ctx, db };
      const header = await headerOf(inside, projectId);
      const selection = await select(inside, projectId, request);
      if (request.format === "markdown") return writeMarkdown(inside, header, selection, sink);
      return writeRows(inside, WRITERS[request.format], header, selection, sink);
    },
    // Once only: what has left cannot be taken back.
    { isolation: "RepeatableRead", timeoutMs: LONGEST_MS, attempts: 1 },
  );
}

const WRITERS: Readonly<Record<Exclude<ExportFormat, "markdown">, ExportWriter>> = { jsonl, csv };

async function writeRows(
  ctx: Context,
  writer: ExportWriter,
  header: ExportHeader,
  selection: Selection,
  sink: Sink,
): Promise<Exported> {
  const done: Exported = { articles: 0, annotations: 0 };
  let piece = writer.start(header);
  for await (const read of readProject(ctx, selection)) {
    if ("article" in read) {
      done.articles++;
      piece += writer.article(read.article);
    } else {
      done.annotations += read.annotations.length;
      piece += writer.annotations(read.annotations, read.of);
    }
    if (piece.length >= PIECE_LENGTH) {
      await sink(piece);
      piece = "";
    }
  }
  await sink(piece);
  return done;
}

async function writeMarkdown(
  ctx: Context,
  header: ExportHeader,
  selection: Selection,
  sink: Sink,
): Promise<Exported> {
  const ids = selection.articleIds ?? (await onlyArticle(ctx, selection.projectId));
  const [id] = ids;
  if (id === undefined || ids.length > 1) {
    throw new DomainError("invalid", "Markdown is for one article; say which.", {
      fields: { article: "Give the id of one article." },
    });
  }
  const { markdown, annotations } = await articleMarkdown(ctx, header, {
    ...selection,
    articleIds: [id],
  });
  await sink(markdown);
  return { articles: 1, annotations };
}

async function onlyArticle(ctx: Context, projectId: string): Promise<string[]> {
  const rows = await ctx.db.article.findMany({
    where: { projectId, mergedIntoId: null },
    select: { id: true },
    take: 2,
  });
  return rows.map(({ id }) => id);
}

async function headerOf(ctx: Context, projectId: string): Promise<ExportHeader> {
  const { id, name, scope } = await getProject(ctx, projectId);
  return {
    record: "export",
    format: "onrecord/1",
    project: { id, name },
    madeAt: ctx.now.toISOString(),
    scope,
  };
}

async function select(ctx: Context, projectId: string, request: ExportRequest): Promise<Selection> {
  const articleIds = request.article ? [...new Set(request.article)] : null;
  const evidenceIds = [...new Set(request.evidence ?? [])];
  if (articleIds !== null) {
    const there = await ctx.db.article.count({ where: { projectId, id: { in: articleIds } } });
    if (there < articleIds.length) throw notFound("article");
  }
  if (evidenceIds.length > 0) {
    const there = await ctx.db.evidence.count({
      where: { AND: [visibleEvidence(ctx.actor), { projectId, id: { in: evidenceIds } }] },
    });
    if (there < evidenceIds.length) throw notFound("evidence");
  }
  return { projectId, states: request.state ?? EXPORTED_STATES, articleIds, evidenceIds };
}
