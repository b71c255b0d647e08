import { ArrowDown, ArrowUp, ArrowUpDown } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

type Props = {
  isNumeric?: boolean;
  /** Where a click on the heading leads: the same page in the other order. */
  sortHref?: string;
  /** The order now; null when another column rules. */
  sorted?: "ascending" | "descending" | null;
  isHidden?: boolean;
  className?: string;
  children: ReactNode;
};

/** The heading of a column, with its order when it can be sorted by. */
export function TableHeader({
  isNumeric,
  sortHref,
  sorted = null,
  isHidden,
  className,
  children,
}: Props) {
  const Icon = sorted === "ascending" ? ArrowUp : sorted === "descending" ? ArrowDown : ArrowUpDown;
  return (
    <th
      scope="col"
      aria-sort={sortHref ? (sorted ?? "none") : undefined}
      className={classNames(
        "border-b border-line px-3 py-2 text-sm font-medium whitespace-nowrap text-muted",
        isNumeric && "text-right",
        className,
      )}
    >
      {sortHref ? (
        <Link
          href={sortHref}
          scroll={false}
          className={classNames(
            "touchable inline-flex min-h-6 items-center gap-1 hover:text-ink pointer-coarse:-my-2.5",
            sorted && "text-ink",
          )}
        >
          {children}
          <Icon aria-hidden className={classNames("size-3.5", sorted === null && "opacity-40")} />
        </Link>
      ) : (
        <span className={isHidden ? "sr-only" : undefined}>{children}</span>
      )}
    </th>
  );
}
