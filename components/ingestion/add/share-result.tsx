"use client";

import Link from "next/link";
import { useEffect, useState } from "react";
import { callApi } from "#components/http/call-api.ts";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import type { Ingestion, IngestionItem } from "#lib/ingestion/model.ts";
import { ITEM_STATE_LOOKS } from "../list/item-states.ts";

const FIRST_MS = 800;
const LATE_MS = 8_000;

/** What became of the one page that was sent; waits for it. */
export function ShareResult({ ingestion }: { ingestion: Ingestion }) {
  const { id, projectId } = ingestion;
  const [item, setItem] = useState<IngestionItem | null>(null);
  const isOpen = item === null || item.state === "waiting" || item.state === "running";

  useEffect(() => {
    if (!isOpen) return;
    const stop = new AbortController();
    let pause = FIRST_MS;
    let timer: ReturnType<typeof setTimeout>;
    const ask = async () => {
      const outcome = await callApi<{ items: IngestionItem[] }>({
        method: "GET",
        path: `/ingestions/${id}/items?limit=1`,
        signal: stop.signal,
      });
      if (stop.signal.aborted) return;
      if (outcome.kind === "done") setItem(outcome.body.items[0] ?? null);
      pause = Math.min(LATE_MS, pause * 1.4);
      timer = setTimeout(() => void ask(), pause);
    };
    timer = setTimeout(() => void ask(), FIRST_MS / 2);
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [id, isOpen]);

  const follow = (
    <Link className="link" href={`/projects/${projectId}/ingestions/${id}`}>
      Follow it in the project
    </Link>
  );
  if (isOpen || item === null) {
    return (
      <div className="grid gap-2">
        <p className="text-muted">
          <Spinner label="The page is being read" />
        </p>
        <p className="text-sm">You may close this window. {follow}</p>
      </div>
    );
  }
  if (item.articleId === null) {
    return (
      <Notice
        kind="problem"
        actions={
          <ButtonLink href={`/projects/${projectId}/articles/add?way=paste`}>
            Paste its text
          </ButtonLink>
        }
      >
        {item.problem ?? "The page could not be read."}
      </Notice>
    );
  }
  return (
    <Notice
      heading={ITEM_STATE_LOOKS[item.state].word}
      actions={
        <ButtonLink variant="primary" href={`/projects/${projectId}/articles/${item.articleId}`}>
          Open
        </ButtonLink>
      }
    >
      {item.articleTitle}
    </Notice>
  );
}
