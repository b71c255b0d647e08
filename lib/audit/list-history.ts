import type { Context } from "#lib/context.ts";
import type { HistoryItem, Subject } from "./audit-event.ts";

export type HistoryPage = { items: HistoryItem[]; next: string | null };

/**
 * What happened to one thing, oldest first. `after` is the id of the last item seen. Whether the
 * caller may see the thing at all is for the caller's own area to say.
 */
export async function listHistory(
  ctx: Context,
  subject: Subject,
  page: { after?: string | undefined; limit: number },
): Promise<HistoryPage> {
  const rows = await ctx.db.auditEvent.findMany({
    where: {
      subjectType: subject.type,
      subjectId: subject.id,
      ...(page.after !== undefined && { id: { gt: page.after } }),
    },
    orderBy: { id: "asc" },
    take: page.limit + 1,
  });
  const shown = rows.slice(0, page.limit);
  const names = await namesOf(
    ctx,
    shown.flatMap((row) => row.actorId ?? []),
  );
  return {
    items: shown.map((row) => ({
      id: row.id,
      at: row.at.toISOString(),
      actor: row.actorId === null ? null : { id: row.actorId, name: names.get(row.actorId) ?? "" },
      type: row.type,
      before: row.before,
      after: row.after,
      why: row.why,
    })),
    next: rows.length > page.limit ? (shown.at(-1)?.id ?? null) : null,
  };
}

async function namesOf(ctx: Context, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const users = await ctx.db.user.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  });
  return new Map(users.map((user) => [user.id, user.name]));
}
