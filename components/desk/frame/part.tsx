import type { ReactNode } from "react";
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
    <section aria-label={title} className="grid gap-0.5">
      <div className="mb-1 flex items-center justify-between">
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
