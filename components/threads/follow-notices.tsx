"use client";

import { useEffect } from "react";
import { followEvents } from "#components/live/follow-events.ts";
import { hearOfNotices } from "./unread-store.ts";

/** On the pages of a project the bell hears of messages as they come. Draws nothing. */
export function FollowNotices({ userId, projectId }: { userId: string; projectId: string }) {
  useEffect(() => {
    const following = followEvents({
      userId,
      projectId,
      after: null,
      onAnnounced: (announcements) => {
        if (announcements.some(({ topic }) => topic === "thread")) hearOfNotices();
      },
      onReset: hearOfNotices,
      onPresence: () => undefined,
      onLine: () => undefined,
      onEnded: () => undefined,
    });
    return () => following.close();
  }, [userId, projectId]);
  return null;
}
