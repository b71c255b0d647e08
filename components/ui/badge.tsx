import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

type Props = {
  tone?: "plain" | "accent" | "caution" | "danger";
  className?: string;
  children: ReactNode;
};

/** A word or a number set apart. */
export function Badge({ tone = "plain", className, children }: Props) {
  return (
    <span
      className={classNames(
        "inline-flex min-h-5 items-center gap-1 rounded-sm border px-1.5 text-xs font-medium whitespace-nowrap tabular-nums",
        TONES[tone],
        className,
      )}
    >
      {children}
    </span>
  );
}

const TONES = {
  plain: "border-line bg-surface text-muted",
  accent: "border-accent/40 bg-accent-faint text-accent",
  caution: "border-caution/40 bg-caution-ground text-caution",
  danger: "border-danger/40 bg-danger-ground text-danger",
} as const;
