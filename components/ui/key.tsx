import { classNames } from "./class-names.ts";

/** A key of the keyboard, or several pressed at once: `F`, `Shift+F`, `Control+Enter`. */
export function Key({ keys, className }: { keys: string; className?: string }) {
  return (
    <kbd
      className={classNames(
        "inline-flex h-[1.25em] min-w-[1.35em] items-center justify-center rounded-sm border border-line",
        "bg-surface px-1 font-sans text-[0.75em] leading-none font-semibold text-muted shadow-[0_1px_0_var(--line)]",
        className,
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
