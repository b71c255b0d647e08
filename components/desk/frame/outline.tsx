"use client";

import { useMemo, useState } from "react";
import { nameOf, shorten, TAG_LOOKS } from "#components/annotations/words.ts";
import type { TextBlock } from "#components/editor/article-text.ts";
import { blockIndexAt } from "#components/editor/article-text.ts";
import { Button } from "#components/ui/button.tsx";
import { focusOn, goToWords } from "../actions/focus.ts";
import { shownBy } from "../state/desk-state.ts";
import { partsByBlock, stretchesOf } from "../state/edges.ts";
import { stateAndAuthor, type Covering } from "../state/heard.ts";
import { paragraphOf } from "../state/paragraph.ts";
import { useDesk, useDeskState } from "../use-desk.tsx";
import { useIsWide } from "./use-is-wide.ts";

/** So many paragraphs at a time: thousands of marks are read in pages. */
const PAGE = 30;

/**
 * The article paragraph by paragraph, with the places where marks begin and end written into it, and
 * the marks of each paragraph under it. For whoever reads with a screen reader's own keys, to which
 * painted marks are nothing.
 */
export function Outline() {
  const desk = useDesk();
  const article = useDeskState((state) => state.article);
  const order = useDeskState((state) => state.order);
  const filter = useDeskState((state) => state.filter);
  const parts = useMemo(
    () => partsByBlock(article, shownBy(filter, order, desk.data.me.id)),
    [article, order, filter, desk],
  );
  const shown = useMemo(
    () =>
      article.blocks.flatMap((block, index) =>
        block.end > block.start && (block.boilerplate === null || parts.has(index))
          ? [{ block, index }]
          : [],
      ),
    [article, parts],
  );
  const [page, setPage] = useState(() => {
    const { caret } = desk.store.get();
    const at = blockIndexAt(article.blocks, article.offsets.toUtf16(caret));
    return Math.max(0, Math.floor(shown.findIndex(({ index }) => index >= at) / PAGE));
  });
  const pages = Math.max(1, Math.ceil(shown.length / PAGE));
  const turn = (by: 1 | -1) => setPage(Math.min(Math.max(page + by, 0), pages - 1));
  return (
    <div className="grid gap-5">
      {shown.slice(page * PAGE, (page + 1) * PAGE).map(({ block, index }) => (
        <Paragraph key={index} block={block} parts={parts.get(index) ?? []} />
      ))}
      {pages > 1 && (
        <p className="flex items-center gap-2">
          <Button size="small" disabled={page === 0} onClick={() => turn(-1)}>
            Earlier paragraphs
          </Button>
          <Button size="small" disabled={page === pages - 1} onClick={() => turn(1)}>
            Later paragraphs
          </Button>
          <span className="text-muted tabular-nums">
            {page + 1} of {pages}
          </span>
        </p>
      )}
    </div>
  );
}

function Paragraph({ block, parts }: { block: TextBlock; parts: readonly Covering[] }) {
  const article = useDeskState((state) => state.article);
  const name = paragraphOf(article, block.start) ?? "";
  const annotations = [...new Set(parts.map(({ annotation }) => annotation))];
  return (
    <section className="grid gap-1.5 [contain-intrinsic-size:auto_8rem] [content-visibility:auto]">
      <h3 className="font-semibold first-letter:uppercase">{name}</h3>
      <p dir="auto" className="font-serif text-lg">
        {stretchesOf(article, block, parts).map((each) =>
          each.kind === "words" ? (
            each.words
          ) : (
            <EdgeSign
              key={`${each.kind} ${each.of.annotation.id} ${each.at}`}
              kind={each.kind}
              of={each.of}
            />
          ),
        )}
      </p>
      {annotations.length > 0 && (
        <ul aria-label={`Marked in ${name}`} className="grid gap-1">
          {annotations.map((annotation) => (
            <Marked key={annotation.id} of={annotation} />
          ))}
        </ul>
      )}
    </section>
  );
}

/** "C[" where a claim begins, "]C" where it ends; said in words. */
function EdgeSign({ kind, of }: { kind: "begins" | "ends"; of: Covering }) {
  const { tag } = of.annotation;
  const { word, letter } = TAG_LOOKS[tag];
  const part = of.segment.role === "content" ? word.toLowerCase() : of.segment.role;
  return (
    <span className={`px-0.5 font-sans text-xs font-semibold ${HUES[tag]}`}>
      <span aria-hidden>{kind === "begins" ? `${letter}[` : `]${letter}`}</span>
      <span className="sr-only">{` (${part} ${kind}) `}</span>
    </span>
  );
}

function Marked({ of }: { of: Covering["annotation"] }) {
  const desk = useDesk();
  const isWide = useIsWide();
  // Over a narrow page the panel lies on top of what is gone to.
  const leave = () => {
    if (!isWide) desk.store.set({ panel: null });
  };
  const words = shorten(nameOf(of), 60);
  return (
    <li className="flex items-start gap-2">
      <button
        type="button"
        className="touchable min-h-6 min-w-0 flex-1 cursor-pointer text-left hover:underline"
        onClick={() => {
          leave();
          focusOn(desk, of.id, "card");
        }}
      >
        <span className={`font-semibold ${HUES[of.tag]}`}>{TAG_LOOKS[of.tag].word}</span>,{" "}
        {stateAndAuthor(of, desk.data.me.id)}: <span dir="auto">‘{words}’</span>
      </button>
      <Button
        size="small"
        aria-label={`To the words of the ${of.tag} ‘${words}’`}
        onClick={() => {
          leave();
          goToWords(desk, of);
        }}
      >
        To the words
      </Button>
    </li>
  );
}

const HUES = {
  claim: "text-claim",
  denial: "text-denial",
  attribution: "text-attribution",
} as const;
