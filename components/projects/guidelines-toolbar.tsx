"use client";

import type { Editor } from "@tiptap/core";
import { useEditorState } from "@tiptap/react";
import {
  Bold,
  Heading2,
  Heading3,
  Italic,
  List,
  ListOrdered,
  Quote,
  Redo2,
  Undo2,
} from "lucide-react";
import type { ReactNode } from "react";
import { Toolbar, ToolbarButton, ToolbarSeparator } from "#components/ui/toolbar.tsx";

/** What can be done to the words, each with the key that does the same in the text. */
export function GuidelinesToolbar({ editor }: { editor: Editor }) {
  const state = useEditorState({
    editor,
    selector: ({ editor }) => ({
      active: TOOLS.map(({ isActive }) => isActive(editor)),
      canUndo: editor.can().undo(),
      canRedo: editor.can().redo(),
    }),
  });
  return (
    <Toolbar label="Formatting" className="px-2 py-1">
      {TOOLS.map(({ label, icon, keys, run, startsGroup }, index) => (
        <span key={label} className="contents">
          {startsGroup && <ToolbarSeparator />}
          <ToolbarButton
            label={label}
            icon={icon}
            keys={keys}
            isPressed={state.active[index] ?? false}
            onPress={() => run(editor)}
          />
        </span>
      ))}
      <ToolbarSeparator />
      <ToolbarButton
        label="Undo"
        icon={<Undo2 aria-hidden />}
        keys="Control+Z"
        disabled={!state.canUndo}
        onPress={() => editor.chain().focus().undo().run()}
      />
      <ToolbarButton
        label="Redo"
        icon={<Redo2 aria-hidden />}
        keys="Control+Shift+Z"
        disabled={!state.canRedo}
        onPress={() => editor.chain().focus().redo().run()}
      />
    </Toolbar>
  );
}

type Tool = {
  label: string;
  icon: ReactNode;
  keys: string;
  startsGroup?: boolean;
  isActive: (editor: Editor) => boolean;
  run: (editor: Editor) => void;
};

const TOOLS: readonly Tool[] = [
  {
    label: "Section heading",
    icon: <Heading2 aria-hidden />,
    keys: "Control+Alt+2",
    isActive: (editor) => editor.isActive("heading", { level: 2 }),
    run: (editor) => editor.chain().focus().toggleHeading({ level: 2 }).run(),
  },
  {
    label: "Rule heading",
    icon: <Heading3 aria-hidden />,
    keys: "Control+Alt+3",
    isActive: (editor) => editor.isActive("heading", { level: 3 }),
    run: (editor) => editor.chain().focus().toggleHeading({ level: 3 }).run(),
  },
  {
    label: "Bold",
    icon: <Bold aria-hidden />,
    keys: "Control+B",
    startsGroup: true,
    isActive: (editor) => editor.isActive("bold"),
    run: (editor) => editor.chain().focus().toggleBold().run(),
  },
  {
    label: "Italic",
    icon: <Italic aria-hidden />,
    keys: "Control+I",
    isActive: (editor) => editor.isActive("italic"),
    run: (editor) => editor.chain().focus().toggleItalic().run(),
  },
  {
    label: "List",
    icon: <List aria-hidden />,
    keys: "Control+Shift+8",
    startsGroup: true,
    isActive: (editor) => editor.isActive("bulletList"),
    run: (editor) => editor.chain().focus().toggleBulletList().run(),
  },
  {
    label: "Numbered list",
    icon: <ListOrdered aria-hidden />,
    keys: "Control+Shift+7",
    isActive: (editor) => editor.isActive("orderedList"),
    run: (editor) => editor.chain().focus().toggleOrderedList().run(),
  },
  {
    label: "Quotation",
    icon: <Quote aria-hidden />,
    keys: "Control+Shift+B",
    isActive: (editor) => editor.isActive("blockquote"),
    run: (editor) => editor.chain().focus().toggleBlockquote().run(),
  },
];
