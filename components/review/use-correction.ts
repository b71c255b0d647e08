"use client";

import { useEffect, useMemo, useRef } from "react";
import { wordsAt, type ArticleText } from "#components/editor/article-text.ts";
import type { SelectedWords } from "#components/editor/select-words.ts";
import { useKeptState } from "#components/ui/use-kept-state.ts";
import type { AnnotationContent, SegmentRole } from "#lib/annotations/model.ts";
import { correctedContent, withWords, type Correction } from "./correction.ts";
import { CorrectionDraft, correctionKey } from "./correction-draft.ts";
import { isTyping } from "./review-keys.ts";
import type { QueueItem } from "./review-types.ts";

export type CorrectionInHand = {
  readonly correction: Correction;
  readonly comment: string;
  /** What it says now. */
  readonly content: AnnotationContent;
  setCorrection(correction: Correction): void;
  setComment(comment: string): void;
  /** Gives the selected words to a role. */
  giveWords(role: SegmentRole, isBesides: boolean): void;
  discard(): void;
};

/** The correction of an annotation, from what is kept of it or from the annotation as it is. */
export function useCorrection(
  item: QueueItem | null,
  text: ArticleText | null,
  selected: SelectedWords | null,
  isOn: boolean,
): CorrectionInHand | null {
  const [kept, keep] = useKeptState(correctionKey(item?.id ?? ""), CorrectionDraft);
  const inHand = useMemo(() => {
    if (!item) return null;
    const { tag, segments, absent, attributes, doubt } = item;
    const draft = kept ?? { content: { tag, segments, absent, attributes, doubt }, comment: "" };
    const made: CorrectionInHand = {
      correction: draft.content,
      comment: draft.comment,
      content: correctedContent(draft.content),
      setCorrection: (content) => keep({ ...draft, content }),
      setComment: (comment) => keep({ ...draft, comment }),
      giveWords(role, isBesides) {
        if (!text || selected?.kind !== "words") return;
        const { spans } = selected;
        const content = withWords(
          draft.content,
          role,
          spans,
          (span) => wordsAt(text, span),
          isBesides,
        );
        keep({ ...draft, content });
      },
      discard: () => keep(null),
    };
    return made;
  }, [item, kept, keep, text, selected]);

  useRoleKeys(isOn ? inHand : null);
  return inHand;
}

const ROLE_OF_KEY: Readonly<Record<string, SegmentRole>> = { w: "content", s: "source", q: "cue" };

function useRoleKeys(inHand: CorrectionInHand | null): void {
  const latest = useRef(inHand);
  latest.current = inHand;
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
      if (ctrlKey || metaKey || altKey || event.defaultPrevented || isTyping(event.target)) return;
      const role = ROLE_OF_KEY[key.toLowerCase()];
      const now = latest.current;
      if (!role || !now) return;
      if (role !== "content" && now.correction.tag !== "attribution") return;
      event.preventDefault();
      now.giveWords(role, shiftKey);
    }
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);
}
