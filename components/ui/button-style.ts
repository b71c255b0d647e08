import { classNames } from "./class-names.ts";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";
export type ButtonSize = "medium" | "small";

/** The looks of everything that acts when pressed, be it a button or a link. */
export function buttonStyle(variant: ButtonVariant, size: ButtonSize, className?: string): string {
  return classNames(
    "touchable inline-flex cursor-pointer items-center justify-center gap-2 rounded-md border font-medium",
    "whitespace-nowrap no-underline transition-colors select-none",
    "data-disabled:cursor-default data-disabled:opacity-55 aria-disabled:cursor-default aria-disabled:opacity-55",
    size === "medium" ? "h-8 px-3 text-base" : "h-7 px-2 text-sm",
    VARIANTS[variant],
    className,
  );
}

const VARIANTS: Readonly<Record<ButtonVariant, string>> = {
  primary:
    "border-accent bg-accent text-on-accent not-data-disabled:hover:border-accent-strong not-data-disabled:hover:bg-accent-strong",
  secondary: "border-line bg-surface text-ink not-data-disabled:hover:border-line-strong",
  quiet: "border-transparent bg-transparent text-ink not-data-disabled:hover:bg-sunken",
  danger:
    "border-danger bg-danger text-on-danger not-data-disabled:hover:border-danger-strong not-data-disabled:hover:bg-danger-strong",
};
