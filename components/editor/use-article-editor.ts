"use client";

import { Extension } from "@tiptap/core";
import { Plugin } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import { useEditor, type Editor } from "@tiptap/react";
import { useLayoutEffect, useMemo, useRef } from "react";
import {
  articleDocument,
  articleExtensions,
  positionBelowTitle,
  type FoldActions,
} from "./article-schema.ts";
import type { ArticleText } from "./article-text.ts";
import { readSelection, selectPlaces } from "./browser-selection.ts";
import { domMap, type DomMap } from "./dom-map.ts";

type Drawing = {
  readonly actions: FoldActions;
  readonly masthead: HTMLElement | null;
  readonly label: string;
  /** The text is on the page, or there anew: what pointed to the old one points to nothing. */
  readonly onDrawn: (dom: DomMap) => void;
};

type Latest = {
  readonly actions: FoldActions;
  readonly masthead: { readonly element: HTMLElement; readonly at: number } | null;
};

/** Draws the article with TipTap, read-only, and keeps the map between text and page. */
export function useArticleEditor(
  article: ArticleText,
  { actions, masthead, label, onDrawn }: Drawing,
): Editor | null {
  const at = useMemo(() => positionBelowTitle(article), [article]);
  const latest = useRef<Latest>({ actions, masthead: null });
  latest.current = { actions, masthead: masthead && { element: masthead, at } };
  const canRestore = actions.restore !== null;

  const extensions = useMemo(() => {
    const stable: FoldActions = {
      restore: canRestore ? (index) => latest.current.actions.restore?.(index) : null,
      onToggle: (indexes, isOpen) => latest.current.actions.onToggle(indexes, isOpen),
    };
    return [...articleExtensions(stable), mastheadExtension(() => latest.current.masthead)];
  }, [canRestore]);

  const editorProps = useMemo(
    () => ({
      attributes: {
        class: "article-text",
        role: "textbox",
        "aria-readonly": "true",
        "aria-multiline": "true",
        "aria-label": label,
        tabindex: "0",
        spellcheck: "false",
      },
      // The browser's own selection is the only one: ProseMirror neither moves nor copies it.
      handleDOMEvents: {
        mousedown: () => true,
        keydown: () => true,
        focus: () => true,
        copy: () => true,
      },
      handleScrollToSelection: () => true,
    }),
    [label],
  );

  const editor = useEditor({
    immediatelyRender: false,
    editable: false,
    injectCSS: false,
    enableInputRules: false,
    enablePasteRules: false,
    extensions,
    enableCoreExtensions: CORE,
    editorProps,
  });

  const drawn = useRef<{ article: ArticleText; dom: DomMap } | null>(null);
  useLayoutEffect(() => {
    if (!editor) return;
    const { view, state, schema } = editor;
    const before = drawn.current;
    const transaction = state.tr;
    if (before?.article.blocks !== article.blocks || state.doc.firstChild?.childCount === 0) {
      const { content } = articleDocument(schema, article);
      transaction.replaceWith(0, state.doc.content.size, content);
    }
    // ProseMirror would put a selection of its own in the place of the reader's.
    const selected = before ? readSelection(before.dom) : null;
    if (selected) getSelection()?.removeAllRanges();
    // Also without a new document: the masthead may have come, or moved.
    view.dispatch(transaction);
    show();
    // The same words may stand in new elements now.
    if (selected && drawn.current && before?.article.text === article.text)
      selectPlaces(drawn.current.dom, selected);

    function show(): void {
      drawn.current = { article, dom: domMap(view.dom, article) };
      onDrawn(drawn.current.dom);
    }
    // TipTap draws the blocks anew when it is mounted: the map must not point to the old ones.
    const observer = new MutationObserver(show);
    observer.observe(view.dom, { childList: true });
    return () => observer.disconnect();
  }, [editor, article, masthead, onDrawn]);
  return editor;
}

/** Nothing is typed, dropped or pasted here, and nobody asks for these events. */
const CORE = {
  focusEvents: false,
  keymap: false,
  drop: false,
  paste: false,
  delete: false,
} as const;

function mastheadExtension(current: () => Latest["masthead"]): Extension {
  return Extension.create({
    name: "masthead",
    addProseMirrorPlugins: () => [
      new Plugin({
        props: {
          decorations: (state) => {
            const masthead = current();
            if (!masthead || masthead.at > state.doc.content.size) return null;
            return DecorationSet.create(state.doc, [
              Decoration.widget(masthead.at, masthead.element, {
                side: 1,
                key: "masthead",
                ignoreSelection: true,
                stopEvent: () => true,
              }),
            ]);
          },
        },
      }),
    ],
  });
}
