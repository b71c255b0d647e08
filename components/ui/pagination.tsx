import { ChevronLeft, ChevronRight } from "lucide-react";
import { ButtonLink } from "./button-link.tsx";

type Props = {
  /** What is paged, for example "articles". */
  noun: string;
  /** The first and last row shown, counted from 1. */
  from: number;
  to: number;
  total: number;
  previousHref: string | null;
  nextHref: string | null;
};

/** Where in a long list one stands, and the way on. */
export function Pagination({ noun, from, to, total, previousHref, nextHref }: Props) {
  if (previousHref === null && nextHref === null) return null;
  return (
    <nav aria-label={`Pages of ${noun}`} className="flex items-center justify-between gap-4 py-3">
      <p className="text-muted tabular-nums">
        {from.toLocaleString("en")}–{to.toLocaleString("en")} of {total.toLocaleString("en")} {noun}
      </p>
      <div className="flex gap-2">
        {previousHref && (
          <ButtonLink
            href={previousHref}
            rel="prev"
            icon={<ChevronLeft aria-hidden className="size-4" />}
          >
            Previous
          </ButtonLink>
        )}
        {nextHref && (
          <ButtonLink href={nextHref} rel="next">
            Next
            <ChevronRight aria-hidden className="size-4" />
          </ButtonLink>
        )}
      </div>
    </nav>
  );
}
