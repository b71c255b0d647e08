import type { ReactNode } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { Key } from "#components/ui/key.tsx";

type Props = {
  title: string;
  /** The key that goes through what stands in it. */
  keys?: string;
  /** At the right of the title, where it moves nothing when it comes and goes. */
  action?: ReactNode;
  children: ReactNode;
};

/** A part of the column beside the text. */
export function Part({ title, keys, action, children }: Props) {
  return (
    <section aria-label={title} className="grid grid-cols-[minmax(0,1fr)] gap-0.5">
      <div
        className={classNames(
          "mb-1 flex items-center justify-between gap-2",
          action !== undefined && "pointer-coarse:min-h-9",
        )}
      >
        <h2 className="text-sm font-semibold">{title}</h2>
        {keys && (
          <span aria-hidden className="pointer-coarse:hidden">
            <Key keys={keys} />
          </span>
        )}
        {action && <span className="-my-1">{action}</span>}
      </div>
      {children}
    </section>
  );
}
