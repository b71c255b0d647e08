"use client";

import { FoldVertical } from "lucide-react";
import { useEffect, useState, type RefObject } from "react";
import { IconButton } from "#components/ui/icon-button.tsx";
import type { CardGeometry } from "../cards/use-card-layout.ts";
import { useShownKeys } from "../commands/use-shown-keys.ts";
import { useDesk, useDeskState } from "../use-desk.tsx";

/** A quiet button beside the block under the pointer: folds it away. The key F does it at the caret. */
export function BlockTool({
  box,
  geometry,
}: {
  box: RefObject<HTMLElement | null>;
  geometry: CardGeometry;
}) {
  const desk = useDesk();
  const article = useDeskState((state) => state.article);
  const shown = useShownKeys();
  const [index, setIndex] = useState<number | null>(null);

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    function onMove(event: PointerEvent): void {
      if (event.pointerType !== "mouse" || !(event.target instanceof Element)) return;
      if (event.target.closest("[data-block-tool]")) return;
      const block = event.target.closest<HTMLElement>("[data-block]");
      setIndex(block ? Number(block.dataset.block) : null);
    }
    const onLeave = () => setIndex(null);
    element.addEventListener("pointermove", onMove);
    element.addEventListener("pointerleave", onLeave);
    return () => {
      element.removeEventListener("pointermove", onMove);
      element.removeEventListener("pointerleave", onLeave);
    };
  }, [box]);

  const block = index === null ? undefined : article.blocks[index];
  const element = index === null ? null : geometry.pane?.block(index);
  if (!block || block.boilerplate !== null || !element || !box.current) return null;
  const top = element.getBoundingClientRect().top - box.current.getBoundingClientRect().top;
  return (
    <div data-block-tool className="absolute right-0 z-10" style={{ top }}>
      <IconButton
        label="Fold this block away as …"
        keys={shown("F")}
        icon={<FoldVertical aria-hidden />}
        tabIndex={-1}
        onClick={() => desk.store.set({ caret: block.start, dialog: "fold" })}
      />
    </div>
  );
}
