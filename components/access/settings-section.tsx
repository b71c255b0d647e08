import type { ReactNode } from "react";
import { classNames } from "#components/ui/class-names.ts";

type Props = { title: string; lead?: ReactNode; isWide?: boolean; children: ReactNode };

/** One matter on a page of settings. No landmark: the table in it is one already. */
export function SettingsSection({ title, lead, isWide = false, children }: Props) {
  return (
    <div
      className={classNames("mb-10 grid grid-cols-[minmax(0,1fr)] gap-3", !isWide && "max-w-xl")}
    >
      <h2 className="text-lg font-semibold">{title}</h2>
      {lead && <p className="max-w-2xl text-muted">{lead}</p>}
      {children}
    </div>
  );
}
