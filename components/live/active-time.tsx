"use client";

import { useEffect, useState } from "react";
import { useDesk } from "#components/desk/use-desk.tsx";
import { callApi } from "#components/http/call-api.ts";
import type { ActiveTime as Time } from "#lib/articles/active-time.ts";
import { activeClock } from "./active-clock.ts";

const REPORT_MS = 60_000;
const INPUTS = ["keydown", "pointerdown", "pointermove", "wheel", "touchstart"] as const;

/** How long the reader was at work on this article, and those who share theirs; counts on while it is open. */
export function ActiveTime() {
  const desk = useDesk();
  const { me, can } = desk.data;
  const path = `/articles/${desk.data.article.id}/active-time`;
  const [times, setTimes] = useState<readonly Time[]>([]);

  useEffect(() => {
    let isLeft = false;
    const read = () =>
      callApi<{ items: Time[] }>({ method: "GET", path }).then((answer) => {
        if (answer.kind === "done" && !isLeft) setTimes(answer.body.items);
      });
    void read();
    if (!can.write) return;
    const clock = activeClock(performance.now());
    const touch = () => clock.touch(performance.now());
    const report = async () => {
      const seconds = clock.take();
      if (seconds === 0) return;
      // It outlives the page, so that the last minute counts too.
      const answer = await callApi({ method: "POST", path, body: { seconds }, keepalive: true });
      if (answer.kind === "unreachable") clock.giveBack(seconds);
      else if (!isLeft) await read();
    };
    const onHide = () => {
      if (document.visibilityState === "hidden") void report();
    };
    const ticking = setInterval(
      () => clock.tick(performance.now(), document.visibilityState === "visible"),
      1_000,
    );
    const reporting = setInterval(() => void report(), REPORT_MS);
    for (const input of INPUTS) document.addEventListener(input, touch, { passive: true });
    document.addEventListener("visibilitychange", onHide);
    return () => {
      isLeft = true;
      clearInterval(ticking);
      clearInterval(reporting);
      for (const input of INPUTS) document.removeEventListener(input, touch);
      document.removeEventListener("visibilitychange", onHide);
      void report();
    };
  }, [path, can.write]);

  const own = times.find(({ user }) => user.id === me.id);
  const others = times.filter(({ user }) => user.id !== me.id);
  if (times.length === 0) return null;
  return (
    <div className="text-sm text-muted" data-active-time>
      {own && <p>Your time here: {minutes(own.seconds)}</p>}
      {others.map(({ user, seconds }) => (
        <p key={user.id}>
          {user.name}: {minutes(seconds)}
        </p>
      ))}
    </div>
  );
}

function minutes(seconds: number): string {
  if (seconds < 60) return "under a minute";
  const whole = Math.round(seconds / 60);
  if (whole < 60) return `${whole} min`;
  return `${Math.floor(whole / 60)} h ${whole % 60} min`;
}
