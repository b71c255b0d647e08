import type { ReactNode } from "react";

type Props = {
  title: string;
  /** A line below the title. */
  children?: ReactNode;
  /** Buttons at the right, the main one last. */
  actions?: ReactNode;
};

/** The title of a page, with what can be done there. */
export function PageHeader({ title, children, actions }: Props) {
  return (
    <header className="mb-5 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="min-w-0">
        <h1 className="font-serif text-2xl font-semibold">{title}</h1>
        {children && <div className="mt-1 text-muted">{children}</div>}
      </div>
      {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
    </header>
  );
}
