import { authorize, requireUser, roleIn } from "#lib/access/permissions.ts";
import { seesEveryLayer } from "#lib/access/visibility.ts";
import type { Context } from "#lib/context.ts";
import { readAlone, readTogether, type Reading } from "#lib/db/reading.ts";
import { hub } from "#lib/realtime/hub.ts";
import { mayHear } from "#lib/realtime/may-hear.ts";
import type { Announcement } from "#lib/realtime/model.ts";
import {
  KEPT_DAYS,
  lastAnnouncementReading,
  lastOfOwnReading,
  reachesBackTo,
} from "#lib/realtime/read-announcements.ts";

export type Follower = {
  /** Begins here: what was announced up to this number is known, or is to be read anew. */
  begun: (at: { number: number; isReset: boolean }) => void;
  announced: (announcement: Announcement) => void;
  /** One went by that is not for this person, who is told nothing of it. */
  passed: (number: number) => void;
  presence: (articleId: string) => void;
  /** Something of this person's alone has changed at an article. */
  own: (articleId: string) => void;
};

/**
 * Follow what happens in a project. `after` is the number of the last announcement that the follower
 * has; left out, it begins with what happens from now on. Where announcements after it are no longer
 * kept, it begins anew and says so (`isReset`).
 *
 * Role and layers are those of the moment: call again, with the actor read anew, when a "user" or a
 * "project" announcement says that they may have changed. Whoever is blind to others' work hears of
 * their own and of what all share, not by whom, and not who is here.
 */
export async function followProject(
  ctx: Context,
  projectId: string,
  after: number | null,
  follower: Follower,
): Promise<() => void> {
  authorize(ctx.actor, "project.read", { projectId });
  const { userId } = requireUser(ctx.actor);
  const role = roleIn(ctx.actor, projectId) ?? "reader";
  const seesAll = seesEveryLayer(ctx.actor, projectId);
  const isKnown = after !== null && (await isKept(ctx, projectId, after));
  const from = isKnown ? after : await readAlone(ctx.db, lastNewsReading(ctx, projectId));
  follower.begun({ number: from, isReset: after !== null && !isKnown });
  return hub().subscribe({
    projectId,
    after: seesAll ? from : await behindOthers(ctx, projectId, from),
    presence: seesAll ? follower.presence : () => undefined,
    own: { userId, changed: follower.own },
    announced: (batch) => {
      for (const { audience, workers, ...announcement } of batch) {
        const listener = { userId, role, seesEveryLayer: seesAll };
        if (!mayHear({ audience, workers }, listener)) follower.passed(announcement.number);
        else if (seesAll || announcement.by === userId) follower.announced(announcement);
        else follower.announced({ ...announcement, by: null });
      }
    },
  });
}

const DAY_MICROSECONDS = 86_400_000_000;

/**
 * The number from which whoever knows the project as it now is goes on. For somebody blind to others'
 * work it is that of the last announcement for them, or a time some days ago (which numbers are there):
 * never one that tells when somebody else was at work.
 */
export function lastNewsReading(ctx: Context, projectId: string): Reading<number> {
  if (seesEveryLayer(ctx.actor, projectId)) return lastAnnouncementReading(projectId);
  const { sql, read } = lastOfOwnReading(projectId, requireUser(ctx.actor).userId);
  return { sql, read: (value) => Math.max(read(value), daysAgo(ctx, KEPT_DAYS - 1)) };
}

async function isKept(ctx: Context, projectId: string, after: number): Promise<boolean> {
  if (seesEveryLayer(ctx.actor, projectId)) return reachesBackTo(ctx.db, projectId, after);
  // The database's clock may be ahead of ours.
  return after >= daysAgo(ctx, KEPT_DAYS) && after <= daysAgo(ctx, -1);
}

/** Where nothing after a number is for this person, what others did since need not be read again. */
async function behindOthers(ctx: Context, projectId: string, from: number): Promise<number> {
  const { last, own } = await readTogether(ctx.db, {
    last: lastAnnouncementReading(projectId),
    own: lastOfOwnReading(projectId, requireUser(ctx.actor).userId),
  });
  return own > from ? from : Math.max(from, last);
}

function daysAgo({ now }: Context, days: number): number {
  return now.getTime() * 1_000 - days * DAY_MICROSECONDS;
}
