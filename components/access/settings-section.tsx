import { type ReactNode, useId } from "react";

type Props = { title: string; lead?: ReactNode; isWide?: boolean; children: ReactNode };

/** One matter on a page of settings. */
export function SettingsSection({ title, lead, isWide, children }: Props) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={`mb-10 grid gap-3 ${isWide ? "" : "max-w-xl"}`}>
      <h2 id={id} className="text-lg font-semibold">
        {title}
      </h2>
      {lead && <p className="max-w-2xl text-muted">{lead}</p>}
      {children}
    </section>
  );
}
