import type { ReactNode } from "react";

type Props = {
  heading: string;
  /** One sentence: why there is nothing, or what would be here. */
  children?: ReactNode;
  /** The one thing to do next. */
  action?: ReactNode;
  /** It is all that the page holds, so its heading is the page's. */
  isWholePage?: boolean;
};

/** A place with nothing in it yet. */
export function EmptyState({ heading, children, action, isWholePage = false }: Props) {
  const Heading = isWholePage ? "h1" : "h2";
  return (
    <div className="mx-auto grid max-w-md justify-items-center gap-3 px-4 py-12 text-center">
      <Heading className="font-serif text-2xl font-semibold">{heading}</Heading>
      {children && <p className="text-muted">{children}</p>}
      {action && <div className="mt-2 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}
