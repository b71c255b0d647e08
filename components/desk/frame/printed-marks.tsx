"use client";

import { useEffect, useState } from "react";
import { flushSync } from "react-dom";
import { saidAttributes } from "#components/annotations/attribute-words.ts";
import {
  ANNOTATION_STATE_LOOKS,
  nameOf,
  TAG_LOOKS,
  wordsOf,
} from "#components/annotations/words.ts";
import type { Annotation } from "#lib/annotations/model.ts";
import { shownBy } from "../state/desk-state.ts";
import { paragraphOf } from "../state/paragraph.ts";
import { startOf } from "#components/editor/reading-order.ts";
import { useDesk, useDeskState } from "../use-desk.tsx";

/** Below the printed text what its lines mean, and every mark that is shown. Made only to be printed. */
export function PrintedMarks() {
  const desk = useDesk();
  const [isPrinting, setPrinting] = useState(false);
  const order = useDeskState((state) => state.order);
  const filter = useDeskState((state) => state.filter);
  useEffect(() => {
    // The page is printed as it stands when this event is over.
    const begin = () => flushSync(() => setPrinting(true));
    const end = () => setPrinting(false);
    window.addEventListener("beforeprint", begin);
    window.addEventListener("afterprint", end);
    return () => {
      window.removeEventListener("beforeprint", begin);
      window.removeEventListener("afterprint", end);
    };
  }, []);
  if (!isPrinting) return null;
  const marks = shownBy(filter, order, desk.data.me.id);
  if (marks.length === 0) return null;
  return (
    <section
      data-printed-marks
      aria-label="Marks"
      className="mt-6 hidden px-12 text-sm print:block"
    >
      <p className="border-t border-line pt-3">
        Claims are underlined, denials doubly, attributions with dots. {marks.length}{" "}
        {marks.length === 1 ? "mark" : "marks"}:
      </p>
      <ol className="mt-2 grid gap-1.5">
        {marks.map((each) => (
          <Printed key={each.id} annotation={each} />
        ))}
      </ol>
    </section>
  );
}

function Printed({ annotation }: { annotation: Annotation }) {
  const article = useDeskState((state) => state.article);
  const { tag, state, author, attributes } = annotation;
  const said = saidAttributes(tag, attributes).map(({ label, value }) => `${label}: ${value}`);
  const parts = (["source", "cue"] as const).flatMap((role) => {
    const words = wordsOf(annotation, role);
    return words === "" ? [] : [`${role} ‘${words}’`];
  });
  return (
    <li className="break-inside-avoid">
      <span className="font-semibold">{TAG_LOOKS[tag].word}</span>,{" "}
      {paragraphOf(article, startOf(annotation))}: <q dir="auto">{nameOf(annotation)}</q>{" "}
      <span className="text-muted">
        {[...parts, ...said, ANNOTATION_STATE_LOOKS[state].word, `by ${author.name}`].join("; ")}
      </span>
    </li>
  );
}
