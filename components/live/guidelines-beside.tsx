"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { useDesk, useDeskState } from "#components/desk/use-desk.tsx";
import { TAG_LOOKS } from "#components/annotations/words.ts";
import { GuidelinesDocument } from "#components/projects/guidelines-document.tsx";
import { guidelinesOutline } from "#components/projects/guidelines-outline.ts";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { TAGS, type Tag } from "#lib/annotations/model.ts";
import { headingForTag } from "./heading-for-tag.ts";

const PREFIX = "guidelines-";

/** The guidelines beside the text, open at the part about the tag in use; they follow the focus. */
export function GuidelinesBeside() {
  const desk = useDesk();
  const router = useRouter();
  const { guidelines, project } = desk.data;
  const areOld = useDeskState((state) => state.live.areGuidelinesOld);
  const tag = useDeskState(
    (state) => state.annotations.get(state.focusId ?? "")?.tag ?? state.lastTag,
  );
  const box = useRef<HTMLDivElement>(null);
  const outline = guidelinesOutline(guidelines.document);

  function show(wanted: Tag): void {
    const heading = headingForTag(outline, wanted);
    const element = heading && box.current?.querySelector(`#${CSS.escape(PREFIX + heading.id)}`);
    const scroller = box.current?.parentElement;
    if (!element || !scroller) return;
    // Only the panel scrolls: the text stays where it is read.
    const top = element.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
    const bar = box.current?.querySelector("nav")?.clientHeight ?? 0;
    scroller.scrollTop += top - bar - 8;
  }
  const shown = useRef<Tag | null>(null);
  useEffect(() => {
    if (tag === null || tag === shown.current) return;
    shown.current = tag;
    show(tag);
    // The document's own fonts come with its first drawing, and move what stands below.
    requestAnimationFrame(() => {
      void document.fonts.ready.then(() => {
        if (shown.current === tag) show(tag);
      });
    });
  });

  return (
    <div ref={box}>
      {areOld && (
        <Notice
          className="mb-3"
          actions={
            <Button
              size="small"
              onClick={() => {
                desk.store.set(({ live }) => ({ live: { ...live, areGuidelinesOld: false } }));
                router.refresh();
              }}
            >
              Read the new ones
            </Button>
          }
        >
          The guidelines have changed since you opened this article.
        </Notice>
      )}
      <nav
        aria-label="Parts by tag"
        className="sticky -top-4 z-10 -mx-4 -mt-4 mb-3 flex flex-wrap gap-1.5 border-b border-line bg-surface px-4 py-2"
      >
        {TAGS.filter((each) => headingForTag(outline, each)).map((each) => (
          <Button key={each} size="small" onClick={() => show(each)}>
            {TAG_LOOKS[each].word}
          </Button>
        ))}
        <Link
          className="link ml-auto self-center text-sm pointer-coarse:py-3"
          href={`/projects/${project.id}/guidelines/history`}
        >
          All versions
        </Link>
      </nav>
      <GuidelinesDocument document={guidelines.document} idPrefix={PREFIX} />
    </div>
  );
}
