"use client";

import { Bell } from "lucide-react";
import Link from "next/link";
import { useEffect, useSyncExternalStore } from "react";
import { buttonStyle } from "#components/ui/button-style.ts";
import { hearOfNotices, unreadNotices, watchUnread } from "./unread-store.ts";

/** Asked again at least this often where no stream says that there is something new. */
const AGAIN_MS = 60_000;

/** How many messages wait for the reader, and the way to them. */
export function NoticesBell() {
  const unread = useSyncExternalStore(watchUnread, unreadNotices, () => null) ?? 0;
  useEffect(() => {
    const ask = () => {
      if (document.visibilityState === "visible") hearOfNotices();
    };
    ask();
    const timer = setInterval(ask, AGAIN_MS);
    document.addEventListener("visibilitychange", ask);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", ask);
    };
  }, []);
  return (
    <Link
      href="/notices"
      data-unread={unread}
      className={buttonStyle(
        "quiet",
        "small",
        "relative min-w-8 justify-center pointer-coarse:min-w-11",
      )}
    >
      <Bell aria-hidden className="size-4" />
      <span className="sr-only">{unread === 0 ? "Notices" : `Notices, ${unread} unread`}</span>
      {unread > 0 && (
        <span
          aria-hidden
          className="absolute -top-1 -right-1 inline-flex min-w-4 items-center justify-center rounded-full bg-accent px-1 text-[0.6875rem] leading-4 font-semibold text-on-accent tabular-nums"
        >
          {unread > 99 ? "99+" : unread}
        </span>
      )}
    </Link>
  );
}
