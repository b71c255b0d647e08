"use client";

import { counted } from "#components/projects/counted.ts";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { Line } from "./sent-decision.ts";

type Props = { line: Line; waiting: number; isStorageBroken: boolean; onRetry: () => void };

/** Tells that decisions are kept here because the server does not have them. Nothing while it has. */
export function LineNotice({ line, waiting, isStorageBroken, onRetry }: Props) {
  if (isStorageBroken)
    return (
      <Notice
        kind="caution"
        heading="This browser does not keep your decisions"
        className="rounded-none border-x-0 border-t-0"
      >
        It is full, or it forbids this site to store anything. Stay on this page until each decision
        is answered{waiting > 0 && `: ${counted(waiting, "decision")} to go`}.
      </Notice>
    );
  if (line === "open" || waiting === 0) return null;
  const decisions = counted(waiting, "decision");
  const are = waiting === 1 ? "is" : "are";
  return (
    <Notice
      kind="caution"
      className="rounded-none border-x-0 border-t-0"
      actions={
        <Button size="small" onClick={onRetry}>
          Try now
        </Button>
      }
    >
      {line === "lost" &&
        `The connection is gone. Your ${decisions} ${are} kept here and will be sent.`}
      {line === "signed-out" && (
        <>
          You are signed out. Your {decisions} {are} kept here:{" "}
          <a href="/sign-in" target="_blank" rel="noopener" className="link">
            sign in in another tab
          </a>
          , then try again.
        </>
      )}
      {line === "other-person" &&
        `Somebody else is signed in in this browser. Your ${decisions} ${are} kept here and will be sent when you are signed in again.`}
    </Notice>
  );
}
