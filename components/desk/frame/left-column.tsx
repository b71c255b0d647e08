"use client";

import Link from "next/link";
import { useMemo, type ReactNode } from "react";
import { ActiveTime } from "#components/live/active-time.tsx";
import { Button } from "#components/ui/button.tsx";
import { nextArticle } from "../actions/next-article.ts";
import { readyToSubmit } from "../actions/submit.ts";
import { useShownKeys } from "../commands/use-shown-keys.ts";
import { useDesk, useDeskState } from "../use-desk.tsx";
import { MarksFilter } from "./marks-filter.tsx";
import { MissedPassages } from "./missed-passages.tsx";
import { Part } from "./part.tsx";

/** What is marked, in which state and by whom, and the facts of the article. */
export function LeftColumn() {
  const desk = useDesk();
  const order = useDeskState((state) => state.order);
  const article = useDeskState((state) => state.article);
  const evidence = useDeskState((state) => state.evidence);
  // Worked out anew when the annotations change, and not with each move of the caret.
  const ready = useMemo(
    () => (order.length > 0 ? readyToSubmit(desk).ready.length : 0),
    [order, desk],
  );
  const address = `/projects/${desk.data.project.id}/articles/${desk.data.article.id}`;
  const folded = article.blocks.filter((block) => block.boilerplate !== null).length;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-6">
      <MissedPassages />
      <MarksFilter />
      <Part title="This article">
        <dl className="grid grid-cols-[1fr_auto] gap-y-1.5 text-muted tabular-nums">
          <Fact label="Revision">
            <Link
              className="link pointer-coarse:-my-3 pointer-coarse:inline-block pointer-coarse:min-w-11 pointer-coarse:py-3 pointer-coarse:text-right"
              href={`${address}/revisions`}
              aria-label={`Revision ${desk.data.article.revision}: all revisions`}
            >
              {desk.data.article.revision}
            </Link>
          </Fact>
          <Fact label="Folded blocks">{folded}</Fact>
          <Fact label="Evidence">{evidence.size}</Fact>
        </dl>
        <Link className="link text-sm pointer-coarse:py-3" href={`${address}/original`}>
          The file as it came
        </Link>
        <ActiveTime />
        <div className="mt-2 grid gap-1">
          {desk.data.can.editArticle && (
            <Act keys="I" onDo={() => desk.store.set({ dialog: "details" })}>
              Details
            </Act>
          )}
          <Act keys="V" onDo={() => desk.store.set({ panel: "article", dialog: null })}>
            Second article
          </Act>
          {desk.data.can.write && (
            <Act keys="Shift+N" onDo={() => nextArticle(desk)}>
              Next article
            </Act>
          )}
          {desk.data.can.write && (
            <Act
              keys="Shift+S"
              isOff={ready === 0}
              onDo={() => desk.store.set({ dialog: "submit-all" })}
            >
              Submit all {ready > 0 && ready}
            </Act>
          )}
        </div>
      </Part>
    </div>
  );
}

type ActProps = { keys: string; isOff?: boolean; onDo: () => void; children: ReactNode };

/** All as wide as the column, so that they read as one list, with their keys below each other. */
function Act({ keys, isOff = false, onDo, children }: ActProps) {
  const shown = useShownKeys();
  return (
    <Button size="small" className="w-full" keys={shown(keys)} disabled={isOff} onClick={onDo}>
      <span className="flex-1 truncate text-left">{children}</span>
    </Button>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-sm">{label}</dt>
      <dd className="text-right text-sm">{children}</dd>
    </>
  );
}
