import type { ReactNode } from "react";

type Props = {
  heading: string;
  /** How many there are. */
  count?: number;
  isOpen?: boolean;
  children: ReactNode;
};

/** A part of what is known about an annotation, opened and closed by its heading. */
export function CaseSection({ heading, count, isOpen = false, children }: Props) {
  return (
    <details open={isOpen} className="group border-t border-line">
      <summary className="touchable flex min-h-9 cursor-pointer list-none items-center gap-2 font-medium select-none [&::-webkit-details-marker]:hidden">
        <span
          aria-hidden
          className="inline-block text-xs text-muted transition-transform group-open:rotate-90"
        >
          ▸
        </span>
        {heading}
        {count !== undefined && <span className="text-sm text-muted tabular-nums">{count}</span>}
      </summary>
      <div className="pb-3">{children}</div>
    </details>
  );
}
