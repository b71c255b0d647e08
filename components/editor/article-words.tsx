"use client";

import { EditorContent } from "@tiptap/react";
import { memo, useLayoutEffect, useState, type ReactNode } from "react";
import { createPortal } from "react-dom";
import { titleOf } from "./article-parts.ts";
import type { FoldActions } from "./article-schema.ts";
import type { ArticleText } from "./article-text.ts";
import type { DomMap } from "./dom-map.ts";
import { useArticleEditor } from "./use-article-editor.ts";

type Props = {
  readonly article: ArticleText;
  readonly label: string;
  /** Stands below the headline, or above the text where it has none. */
  readonly masthead: ReactNode;
  readonly onRestore: FoldActions["restore"];
  readonly onToggle: FoldActions["onToggle"];
  /** The text is on the page, or there anew. */
  readonly onDrawn: (dom: DomMap) => void;
};

/** The article's words on the page. They are drawn once, whatever is painted over them. */
export const ArticleWords = memo(function ArticleWords({
  article,
  label,
  masthead,
  onRestore,
  onToggle,
  onDrawn,
}: Props) {
  const element = useMasthead();
  const editor = useArticleEditor(article, {
    actions: { restore: onRestore, onToggle },
    masthead: masthead === null ? null : element,
    label,
    onDrawn,
  });
  const isMastheadInText = titleOf(article) !== null;
  return (
    <>
      {isMastheadInText ? null : masthead}
      {isMastheadInText && element ? createPortal(masthead, element) : null}
      <EditorContent editor={editor} />
    </>
  );
});

function useMasthead(): HTMLElement | null {
  const [element, setElement] = useState<HTMLElement | null>(null);
  // One element for good: ProseMirror keeps it where it has put it.
  useLayoutEffect(() => setElement((made) => made ?? makeMasthead()), []);
  return element;
}

function makeMasthead(): HTMLElement {
  const made = document.createElement("div");
  made.contentEditable = "false";
  return made;
}
