"use client";

import Link from "next/link";
import { useState } from "react";
import { useDesk, useDeskState } from "#components/desk/use-desk.tsx";
import { counted } from "#components/projects/counted.ts";
import { Button } from "#components/ui/button.tsx";
import { CONTROL_STYLE } from "#components/ui/control-style.ts";
import { Notice } from "#components/ui/notice.tsx";
import { copyText } from "./copy-text.ts";
import { unsentText } from "./unsent-text.ts";

/** What has become of the desk's place since it was opened: said above the text, with a way on. */
export function LiveNotices() {
  const desk = useDesk();
  const { revision, ended } = useDeskState((state) => state.live);
  const waiting = useDeskState((state) => state.queue.length);
  const { article, project } = desk.data;
  const isLater = revision !== null && revision > article.revision;
  if (!isLater && !ended) return null;
  const kept =
    waiting === 0
      ? null
      : `${counted(waiting, "change")} of yours ${waiting === 1 ? "is" : "are"} not sent. ${waiting === 1 ? "It is" : "They are"} kept in this browser, and can be copied out.`;
  return (
    <div className="grid gap-2 border-t border-line p-3 sm:px-5" data-print="no">
      {ended?.kind === "removed" && (
        <Notice kind="problem" heading="You are no longer in this project" actions={<CopyWork />}>
          Nothing more can be sent from here. A manager can call you in again. {kept}
        </Notice>
      )}
      {ended?.kind === "merged" && (
        <Notice
          kind="caution"
          heading="This article was merged into another"
          actions={
            <>
              <CopyWork />
              <Link
                className="link self-center"
                href={`/projects/${project.id}/articles/${ended.into.id}`}
              >
                Open “{ended.into.title}”
              </Link>
            </>
          }
        >
          It is nearly the same text. What is marked there counts. {kept}
        </Notice>
      )}
      {isLater && !ended && (
        <Notice
          kind="caution"
          heading={`The text has changed: revision ${revision} is there`}
          actions={
            <>
              <CopyWork />
              <Button size="small" variant="primary" onClick={() => location.reload()}>
                Go to the new text
              </Button>
            </>
          }
        >
          You see revision {article.revision}. Marks are carried over where their words still stand;{" "}
          <Link className="link" href={`/projects/${project.id}/articles/${article.id}/revisions`}>
            see what changed
          </Link>
          . {kept}
        </Notice>
      )}
    </div>
  );
}

function CopyWork() {
  const desk = useDesk();
  const queue = useDeskState((state) => state.queue);
  const [isCopied, setCopied] = useState<boolean | null>(null);
  if (queue.length === 0) return null;
  const text = unsentText(queue, desk.data.article.title);
  return (
    <>
      <Button size="small" onClick={() => void copyText(text).then(setCopied)}>
        {isCopied ? "Copied" : "Copy my unsent work"}
      </Button>
      {isCopied === false && (
        <textarea
          readOnly
          autoFocus
          aria-label="My unsent work; the browser does not let this page copy it"
          value={text}
          rows={3}
          onFocus={(event) => event.currentTarget.select()}
          className={CONTROL_STYLE}
        />
      )}
    </>
  );
}
