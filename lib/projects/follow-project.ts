import { authorize, requireUser, roleIn } from "#lib/access/permissions.ts";
import type { Context } from "#lib/context.ts";
import { hub } from "#lib/realtime/hub.ts";
import { mayHear } from "#lib/realtime/may-hear.ts";
import type { Announcement } from "#lib/realtime/model.ts";
import { lastAnnouncement, reachesBackTo } from "#lib/realtime/read-announcements.ts";

export type Follower = {
  /** Begins here: what was announced up to this number is known, or is to be read anew. */
  begun: (at: { number: number; isReset: boolean }) => void;
  announced: (announcement: Announcement) => void;
  /** One went by that is not for this person, who is told nothing of it. */
  passed: (number: number) => void;
  presence: (articleId: string) => void;
};

/**
 * Follow what happens in a project. `after` is the number of the last announcement that the follower
 * has; left out, it begins with what happens from now on. Where announcements after it are no longer
 * kept, it begins anew and says so (`isReset`).
 *
 * The role is that of the moment: call again, with the actor read anew, when a "user" announcement
 * says that roles have changed.
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
  const isKnown = after !== null && (await reachesBackTo(ctx.db, projectId, after));
  const from = isKnown ? after : await lastAnnouncement(ctx.db, projectId);
  follower.begun({ number: from, isReset: after !== null && !isKnown });
  return hub().subscribe({
    projectId,
    after: from,
    presence: follower.presence,
    announced: (batch) => {
      for (const { audience, ...announcement } of batch) {
        if (mayHear({ audience }, { userId, role })) follower.announced(announcement);
        else follower.passed(announcement.number);
      }
    },
  });
}
