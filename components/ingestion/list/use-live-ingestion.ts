"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { callApi } from "#components/http/call-api.ts";
import type { Ingestion } from "#lib/ingestion/model.ts";

/** An ingestion, and whether any process takes things in. */
export type Now = Ingestion & { isWorking: boolean };

/** Asked again after this long, and ever more slowly while nothing changes. */
const SOON_MS = 1_000;
const LATE_MS = 15_000;
/** The list below is drawn anew at most this often. */
const REDRAW_MS = 2_500;

/**
 * An ingestion as it is now, for as long as something is under way and the tab is seen. The page
 * around it is drawn anew when something changed.
 */
export function useLiveIngestion(first: Now): { ingestion: Now; isStale: boolean } {
  const router = useRouter();
  const [latest, setLatest] = useState<Now>(first);
  const [isStale, setStale] = useState(false);
  const redrawnAt = useRef(0);
  useEffect(() => setLatest(first), [first]);

  const { id } = first;
  const { isDone } = latest;
  useEffect(() => {
    if (isDone) return;
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let pause = SOON_MS;
    let known = "";
    let isAsking = false;
    /** Something changed since the page was drawn. */
    let isBehind = false;
    const ask = async () => {
      if (isAsking) return;
      if (document.visibilityState === "visible") {
        isAsking = true;
        const outcome = await callApi<Now>({
          method: "GET",
          path: `/ingestions/${id}`,
          signal: stop.signal,
        });
        isAsking = false;
        if (stop.signal.aborted) return;
        setStale(outcome.kind !== "done");
        if (outcome.kind === "done") {
          const said = JSON.stringify(outcome.body);
          const isNews = known !== "" && said !== known;
          known = said;
          pause = isNews ? SOON_MS : Math.min(LATE_MS, pause * 1.5);
          isBehind ||= isNews;
          if (isNews || outcome.body.isDone) setLatest(outcome.body);
          const isTime = Date.now() - redrawnAt.current > REDRAW_MS;
          if (outcome.body.isDone || (isBehind && isTime)) {
            isBehind = false;
            redrawnAt.current = Date.now();
            router.refresh();
          }
          if (outcome.body.isDone) return;
        } else pause = Math.min(LATE_MS, pause * 1.5);
      }
      timer = setTimeout(() => void ask(), pause);
    };
    timer = setTimeout(() => void ask(), pause);
    const onSight = () => {
      if (document.visibilityState !== "visible") return;
      clearTimeout(timer);
      pause = SOON_MS;
      void ask();
    };
    document.addEventListener("visibilitychange", onSight);
    return () => {
      stop.abort();
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", onSight);
    };
  }, [id, isDone, router]);

  return { ingestion: latest, isStale };
}
