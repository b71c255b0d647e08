import type { AuditEvent } from "#lib/audit/audit-event.ts";
import { record } from "#lib/audit/record.ts";
import type { Context } from "#lib/context.ts";
import { tellOwnPages } from "#lib/realtime/own-pages.ts";
import type { Thread } from "./model.ts";

/** Record what was said. Of a note to oneself nobody is told but the other pages that its author has open. */
export async function recordTalk(
  ctx: Context,
  thread: Pick<Thread, "projectId" | "articleId" | "isPrivate"> & { author: { id: string } },
  event: AuditEvent,
): Promise<void> {
  await record(ctx, event);
  if (!thread.isPrivate) return;
  const { projectId, articleId, author } = thread;
  await tellOwnPages(ctx.db, { projectId, articleId, userId: author.id });
}
