import type { MemberRole } from "#lib/context.ts";
import type { HeldAnnouncement } from "./read-announcements.ts";

export type Listener = {
  userId: string;
  role: MemberRole;
  /** Whether they see others' work: not in a blind project, unless they review. */
  seesEveryLayer: boolean;
};

/**
 * Whether somebody hears of it. Of what is for some only: those, and managers. Of others' work: whoever
 * sees it.
 */
export function mayHear(
  { audience, workers }: Pick<HeldAnnouncement, "audience" | "workers">,
  { userId, role, seesEveryLayer }: Listener,
): boolean {
  const isMeant = audience === null || role === "manager" || audience.includes(userId);
  return isMeant && (seesEveryLayer || workers === null || workers.includes(userId));
}
