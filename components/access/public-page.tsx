import type { ReactNode } from "react";

type Props = {
  title: string;
  /** A line or two below the title. */
  lead?: ReactNode;
  children: ReactNode;
};

/** A page for who is not in yet: one thing to do, and nothing beside it. */
export function PublicPage({ title, lead, children }: Props) {
  return (
    <main className="mx-auto grid min-h-dvh w-full max-w-sm content-start gap-6 px-4 pt-[12dvh] pb-16">
      <p className="text-lg font-bold tracking-tight">Onrecord</p>
      <header className="grid gap-2">
        <h1 className="font-serif text-3xl font-semibold">{title}</h1>
        {lead && <div className="text-muted">{lead}</div>}
      </header>
      {children}
    </main>
  );
}
