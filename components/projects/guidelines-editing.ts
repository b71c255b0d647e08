"use client";

import type { Editor } from "@tiptap/core";
import { useEditor } from "@tiptap/react";
import StarterKit from "@tiptap/starter-kit";
import { useEffect, useRef, useState } from "react";
import type { GuidelinesDocument } from "#lib/projects/guidelines-document.ts";
import { dropDraft, type GuidelinesDraft, keepDraft, readDraft } from "./guidelines-draft.ts";
import { PROSE_STYLE } from "./prose-style.ts";

/**
 * An editor of the guidelines whose words are kept in this browser from the first change on. `found`
 * are words of an earlier visit: adopt() goes on with them and gives the version they were made from.
 */
export function useGuidelinesEditing(document: GuidelinesDocument, version: number, key: string) {
  const [isChanged, setChanged] = useState(false);
  const [found, setFound] = useState<GuidelinesDraft | null>(null);
  const basedOn = useRef(version);
  // As the editor itself writes it, so that only a person's change counts as one.
  const original = useRef<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const editor = useEditor({
    immediatelyRender: false,
    injectCSS: false,
    extensions: [
      StarterKit.configure({
        trailingNode: false,
        link: {
          openOnClick: false,
          HTMLAttributes: { target: null, rel: null, class: null },
          isAllowedUri,
        },
      }),
    ],
    content: document,
    editorProps: {
      attributes: {
        class: `${PROSE_STYLE} mx-auto min-h-[60dvh] px-4 py-6 whitespace-pre-wrap outline-none`,
        role: "textbox",
        "aria-multiline": "true",
        "aria-label": "Guidelines",
      },
    },
    onCreate: ({ editor }) => {
      original.current = JSON.stringify(editor.getJSON());
    },
    onUpdate: ({ editor }) => {
      const isNew = JSON.stringify(editor.getJSON()) !== original.current;
      setChanged(isNew);
      clearTimeout(timer.current);
      if (isNew) timer.current = setTimeout(() => keep(editor), KEEP_AFTER_MS);
      else dropDraft(key);
    },
    onDestroy: () => clearTimeout(timer.current),
  });

  const keep = (editor: Editor) =>
    keepDraft(key, {
      from: basedOn.current,
      document: documentOf(editor),
      at: new Date().toISOString(),
    });

  useEffect(() => setFound(readDraft(key)), [key]);

  // A page that is left within the wait is kept too.
  useEffect(() => {
    if (!editor) return;
    const leave = () => {
      if (isChanged) keep(editor);
    };
    window.addEventListener("pagehide", leave);
    return () => window.removeEventListener("pagehide", leave);
  });

  return {
    editor,
    isChanged,
    found,
    adopt(): number | null {
      if (!editor || !found) return null;
      basedOn.current = found.from;
      setFound(null);
      editor.commands.setContent(found.document, { emitUpdate: true });
      return found.from;
    },
    discard(): void {
      dropDraft(key);
      setFound(null);
    },
  };
}

/**
 * The words as they are kept and sent. Attributes of ProseMirror have no prototype, which a server
 * action does not take for values; written and read once, they are ordinary objects.
 */
export function documentOf(editor: Editor): GuidelinesDocument {
  return JSON.parse(JSON.stringify(editor.getJSON())) as GuidelinesDocument;
}

const KEEP_AFTER_MS = 400;

/** What GuidelinesDocument takes, and nothing else. */
function isAllowedUri(uri: string): boolean {
  return /^(https?:\/\/|mailto:|#|\/(?!\/))/i.test(uri);
}
