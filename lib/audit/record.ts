import { v7 as uuidv7 } from "uuid";
import { actorId, type Context } from "#lib/context.ts";
import { Prisma } from "#generated/prisma/client.ts";
import type { AuditEvent } from "./audit-event.ts";

/**
 * Keep for ever what has just happened. Call it in the transaction of the change itself, so that
 * neither is there without the other.
 */
export async function record(ctx: Context, event: AuditEvent): Promise<void> {
  await recordAll(ctx, [event]);
}

/** The same for several events, in one statement; they keep their order. */
export async function recordAll(ctx: Context, events: readonly AuditEvent[]): Promise<void> {
  if (events.length === 0) return;
  await ctx.db.auditEvent.createMany({
    data: events.map((event) => ({
      id: uuidv7(),
      at: ctx.now,
      projectId: event.projectId,
      actorId: actorId(ctx.actor),
      type: event.type,
      subjectType: event.subject.type,
      subjectId: event.subject.id,
      before: event.before ?? Prisma.DbNull,
      after: event.after ?? Prisma.DbNull,
      why: event.why ?? null,
    })),
  });
}
