import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names.ts";

type TableProps = {
  /** What the table holds; read aloud, and not drawn. */
  caption: string;
  className?: string;
  /** `<thead>` and `<tbody>` of TableRow. */
  children: ReactNode;
};

/** A table that scrolls sideways by itself where the page is too narrow. */
export function Table({ caption, className, children }: TableProps) {
  return (
    <section
      aria-label={caption}
      // Scrolled with the keyboard too.
      tabIndex={0}
      className={classNames("overflow-x-auto rounded-lg border border-line bg-surface", className)}
    >
      <table className="w-full border-collapse text-left">
        <caption className="sr-only">{caption}</caption>
        {children}
      </table>
    </section>
  );
}

export function TableRow({ className, ...rest }: ComponentProps<"tr">) {
  return <tr {...rest} className={classNames("border-b border-line last:border-b-0", className)} />;
}

type CellProps = ComponentProps<"td"> & { isNumeric?: boolean };

export function TableCell({ isNumeric, className, ...rest }: CellProps) {
  return (
    <td
      {...rest}
      className={classNames(
        "px-3 py-2 align-top",
        isNumeric && "text-right tabular-nums",
        className,
      )}
    />
  );
}
