import type { MemberRole } from "#lib/context.ts";
import type { HeldAnnouncement } from "./read-announcements.ts";

/** Whether somebody with this role hears of it: managers of everything, others of what is meant for them. */
export function mayHear(
  announcement: Pick<HeldAnnouncement, "audience">,
  listener: { userId: string; role: MemberRole },
): boolean {
  const { audience } = announcement;
  return audience === null || listener.role === "manager" || audience.includes(listener.userId);
}
