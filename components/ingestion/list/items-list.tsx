"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { askServer } from "#components/projects/ask-server.ts";
import { Button } from "#components/ui/button.tsx";
import { Shape } from "#components/ui/shape.tsx";
import { useToast } from "#components/ui/toast.tsx";
import type { IngestionItem } from "#lib/ingestion/model.ts";
import { ITEM_STATE_LOOKS } from "./item-states.ts";

type Props = { projectId: string; items: readonly IngestionItem[]; canRetry: boolean };

/** What became of each file, address or row. */
export function ItemsList({ projectId, items, canRetry }: Props) {
  return (
    <ul
      aria-label="Items"
      className="divide-y divide-line rounded-lg border border-line bg-surface"
    >
      {items.map((item) => (
        <Item key={item.id} projectId={projectId} item={item} canRetry={canRetry} />
      ))}
    </ul>
  );
}

function Item({
  projectId,
  item,
  canRetry,
}: {
  projectId: string;
  item: IngestionItem;
  canRetry: boolean;
}) {
  const { name, state, problem, articleId, articleTitle } = item;
  const { word, shape } = ITEM_STATE_LOOKS[state];
  const mayRetry = canRetry && item.canRetry;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-4 gap-y-1 px-4 py-2 [content-visibility:auto] [contain-intrinsic-size:auto_3.5rem] md:grid-cols-[minmax(0,1fr)_minmax(0,1.2fr)_5rem]">
      <p className={`min-w-0 wrap-anywhere ${item.parentId === null ? "" : "pl-4"}`}>{name}</p>
      <div className="col-start-1 row-start-2 min-w-0 md:col-start-2 md:row-start-1">
        <p className="flex items-baseline gap-1.5">
          <Shape kind={shape} className={state === "failed" ? "text-danger" : "text-muted"} />
          <span className="min-w-0 wrap-anywhere">
            <span className={state === "failed" ? "text-danger" : "text-muted"}>
              {problem ?? word}
            </span>
            {articleId && (
              <>
                <span className="text-muted">: </span>
                <Link
                  className="link"
                  href={
                    state === "revision"
                      ? `/projects/${projectId}/articles/${articleId}/revisions`
                      : `/projects/${projectId}/articles/${articleId}`
                  }
                >
                  {articleTitle ?? "the article"}
                </Link>
                {state === "near-duplicate" && (
                  <>
                    <span className="text-muted"> · </span>
                    <Link className="link" href={`/projects/${projectId}/likenesses`}>
                      compare
                    </Link>
                  </>
                )}
              </>
            )}
          </span>
        </p>
      </div>
      <div className="col-start-2 row-span-2 row-start-1 md:col-start-3 md:text-right">
        {mayRetry && <RetryItem item={item} />}
      </div>
    </li>
  );
}

function RetryItem({ item }: { item: IngestionItem }) {
  const router = useRouter();
  const toast = useToast();
  const [isBusy, setBusy] = useState(false);
  const retry = async () => {
    setBusy(true);
    const answer = await askServer({ method: "POST", path: `/ingestion-items/${item.id}/retry` });
    setBusy(false);
    if (answer.isDone) router.refresh();
    else toast({ text: answer.problem, isProblem: true });
  };
  return (
    <Button
      size="small"
      pending={isBusy}
      aria-label={`Try again: ${item.name}`}
      onClick={() => void retry()}
    >
      Try again
    </Button>
  );
}
