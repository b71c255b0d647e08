import { classNames } from "./class-names.ts";

/** A key of the keyboard, or several pressed at once: `F`, `Shift+F`, `Control+Enter`. */
export function Key({ keys, isOnColour = false }: { keys: string; isOnColour?: boolean }) {
  return (
    <kbd
      className={classNames(
        "inline-flex h-[1.25rem] min-w-[1.25rem] items-center justify-center rounded-sm border px-1",
        "font-sans text-xs leading-none font-semibold",
        isOnColour
          ? "border-current/50"
          : "border-line bg-surface text-muted shadow-[0_1px_0_var(--line)]",
      )}
    >
      {keys.split("+").map(glyphOf).join("")}
    </kbd>
  );
}

const GLYPHS: Readonly<Record<string, string>> = {
  Shift: "⇧",
  Control: "Ctrl ",
  Alt: "Alt ",
  Meta: "⌘",
  Enter: "↵",
  Escape: "Esc",
  Backspace: "⌫",
  Delete: "Del",
  ArrowUp: "↑",
  ArrowDown: "↓",
  ArrowLeft: "←",
  ArrowRight: "→",
};

function glyphOf(key: string): string {
  return GLYPHS[key] ?? key;
}
