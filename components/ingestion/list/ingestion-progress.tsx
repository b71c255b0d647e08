"use client";

import { Notice } from "#components/ui/notice.tsx";
import type { ItemState } from "#lib/ingestion/model.ts";
import { Progress } from "#components/ui/progress.tsx";
import { SendingPanel } from "../sending/sending-panel.tsx";
import { useUploads } from "../sending/use-uploads.ts";
import { resultWords } from "./ingestion-state.tsx";
import { countItems, countSettled } from "./item-states.ts";
import { ItemsFilter } from "./items-filter.tsx";
import { type Now, useLiveIngestion } from "./use-live-ingestion.ts";

type Props = {
  now: Now;
  /** The page of this ingestion. */
  home: string;
  /** Which items are listed; all when undefined. */
  state: ItemState | undefined;
};

/**
 * How far an ingestion is, and the choice of items by state with the same numbers; both follow along
 * while something is under way.
 */
export function IngestionProgress({ now, home, state }: Props) {
  const { ingestion, isStale } = useLiveIngestion(now);
  const { uploads, uploader } = useUploads();
  const sending = uploads.find(({ id }) => id === ingestion.id);
  const { isDone, complete, cancelledAt, counts, isWorking } = ingestion;
  const total = countItems(ingestion);
  const settled = countSettled(ingestion);
  const isWaiting = counts.waiting > 0 || counts.running > 0;
  return (
    <>
      <div className="mb-6 grid gap-3">
        {sending && <SendingPanel sending={sending} uploader={uploader} />}
        {!sending && !complete && cancelledAt === null && (
          <Notice>
            The files are being sent from another browser. If that one is gone, choose the same
            files again on{" "}
            <a className="link" href={`/projects/${ingestion.projectId}/articles/add`}>
              Add articles
            </a>
            : what is here already is not sent twice.
          </Notice>
        )}
        {!isWorking && isWaiting && (
          <Notice kind="caution" heading="Nothing is being read just now">
            The process that takes articles in is not running. What waits here stays; it goes on by
            itself once Onrecord is started anew.
          </Notice>
        )}
        {isStale && !isDone && (
          <Notice kind="caution">
            The connection is gone; these numbers may be old. They go on when it is back.
          </Notice>
        )}
        <section
          aria-label="Progress"
          className="grid gap-1.5 rounded-lg border border-line bg-surface px-4 py-3"
        >
          <Progress
            label={cancelledAt === null ? (isDone ? "Done" : "Taken in") : "Cancelled"}
            value={settled}
            max={Math.max(total, 1)}
            unit={total === 1 ? "item" : "items"}
          />
          <p role="status" className="text-sm text-muted tabular-nums">
            {[
              counts.running > 0 && `${counts.running.toLocaleString("en")} being read`,
              counts.waiting > 0 && `${counts.waiting.toLocaleString("en")} waiting`,
              resultWords(ingestion),
            ]
              .filter(Boolean)
              .join(" · ") || (isDone ? "Nothing came in." : "Nothing has been read yet.")}
          </p>
        </section>
      </div>
      {total > 0 && (
        <div className="mb-3">
          <ItemsFilter home={home} ingestion={ingestion} state={state} />
        </div>
      )}
    </>
  );
}
