"use client";

import Link from "next/link";
import { useDesk, useDeskState } from "#components/desk/use-desk.tsx";
import { counted } from "#components/projects/counted.ts";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { CopyWork } from "./copy-work.tsx";
import { UnkeptWork } from "./unkept-work.tsx";

/** What has become of the desk's place since it was opened: said above the text, with a way on. */
export function LiveNotices() {
  const desk = useDesk();
  const { revision, ended } = useDeskState((state) => state.live);
  const waiting = useDeskState((state) => state.queue.length);
  const isStorageBroken = useDeskState((state) => state.isStorageBroken);
  const { article, project } = desk.data;
  const isLater = revision !== null && revision > article.revision;
  if (!isLater && !ended && !isStorageBroken) return null;
  const kept =
    waiting === 0
      ? null
      : `${counted(waiting, "change")} of yours ${waiting === 1 ? "is" : "are"} not sent. ${waiting === 1 ? "It is" : "They are"} kept in this browser, and can be copied out.`;
  return (
    <div className="grid gap-2 border-t border-line p-3 sm:px-5" data-print="no">
      <UnkeptWork />
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
