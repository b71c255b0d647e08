import type { Prisma } from "#generated/prisma/client.ts";
import { sayOutcome, WatchKind, WatchOutcome, type Watch } from "./model.ts";

export const WATCH_SELECT = {
  id: true,
  projectId: true,
  kind: true,
  url: true,
  articleId: true,
  article: { select: { title: true } },
  title: true,
  everyMinutes: true,
  nextAt: true,
  fetchedAt: true,
  outcome: true,
  problem: true,
  failures: true,
  version: true,
  createdAt: true,
} as const satisfies Prisma.WatchSelect;

/** A watch's row as everybody receives it. What a conditional request needs stays behind. */
export function watchOf({
  article,
  ...row
}: Prisma.WatchGetPayload<{ select: typeof WATCH_SELECT }>): Watch {
  const kind = WatchKind.parse(row.kind);
  const outcome = WatchOutcome.nullable().parse(row.outcome);
  return {
    ...row,
    kind,
    outcome,
    articleTitle: article?.title ?? null,
    said: sayOutcome({ kind, outcome, problem: row.problem }),
    nextAt: row.nextAt?.toISOString() ?? null,
    fetchedAt: row.fetchedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
  };
}
