"use client";

import { useState } from "react";
import { shorten } from "#components/annotations/words.ts";
import { blockIndexAt } from "#components/editor/article-text.ts";
import { BOILERPLATE_WORDS } from "#components/editor/article-parts.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { RadioGroup } from "#components/ui/radio-group.tsx";
import { Boilerplate } from "#lib/cleanup/block.ts";
import { correctBlock } from "../actions/article.ts";
import { startOf } from "#components/editor/reading-order.ts";
import { useDesk, useDeskState } from "../use-desk.tsx";

/** Folds the block at the caret away, as some kind of boilerplate; or restores it. */
export function FoldDialog({ onClose }: { onClose: () => void }) {
  const desk = useDesk();
  const article = useDeskState((state) => state.article);
  const caret = useDeskState((state) => state.caret);
  const order = useDeskState((state) => state.order);
  const [kind, setKind] = useState<Boilerplate>("other");
  const index = blockIndexAt(article.blocks, article.offsets.toUtf16(caret));
  const block = article.blocks[index];
  if (!block) return null;
  const words = shorten(
    article.text.slice(block.startUtf16, block.endUtf16).replace(/\s+/gu, " "),
    160,
  );
  const marks = order.filter(
    (each) => startOf(each) >= block.start && startOf(each) < block.end,
  ).length;
  const done = (boilerplate: Boilerplate | null) => {
    onClose();
    correctBlock(desk, index, boilerplate);
  };
  return (
    <Dialog
      title={block.boilerplate ? "Restore this block?" : "Fold this block away"}
      description={`“${words}”`}
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          {block.boilerplate ? (
            <Button variant="primary" onClick={() => done(null)}>
              Restore
            </Button>
          ) : (
            <Button variant="primary" onClick={() => done(kind)}>
              Fold away
            </Button>
          )}
        </>
      }
    >
      {block.boilerplate === null && (
        <div className="grid gap-3">
          <RadioGroup
            legend="It is no part of the article, but"
            options={Boilerplate.options.map((value) => ({
              value,
              label: BOILERPLATE_WORDS[value],
            }))}
            value={kind}
            onValueChange={setKind}
          />
          <p className="text-muted">
            Nothing is deleted: the line that stays here shows and restores it.
            {marks > 0 &&
              ` ${marks} ${marks === 1 ? "mark stands" : "marks stand"} in it and ${marks === 1 ? "is" : "are"} kept.`}
          </p>
        </div>
      )}
    </Dialog>
  );
}
