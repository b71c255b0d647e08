"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { useDesk, useDeskState } from "#components/desk/use-desk.tsx";
import { hearOfNotices } from "#components/threads/unread-store.ts";
import { openThreadOfAddress } from "#components/threads/open-thread.ts";
import { countActiveTime } from "./count-active-time.ts";
import { startLive } from "./start-live.ts";
import { startPresence } from "./start-presence.ts";

/** Keeps the desk as its project is, and says that somebody reads here. Draws nothing. */
export function DeskLive() {
  const desk = useDesk();
  const router = useRouter();
  const isReady = useDeskState((state) => state.isReady);
  useEffect(() => {
    if (!isReady) return;
    const presence = startPresence(desk);
    const stop = startLive(desk, {
      refresh: () => router.refresh(),
      onPresence: presence.ask,
      onTalk: hearOfNotices,
    });
    const stopOpening = openThreadOfAddress(desk);
    const stopCounting = countActiveTime(desk);
    return () => {
      stopCounting();
      stopOpening();
      presence.stop();
      stop();
    };
  }, [desk, router, isReady]);
  return null;
}
