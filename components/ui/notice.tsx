import { CircleAlert, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

type Props = {
  kind?: "info" | "caution" | "problem";
  heading?: string;
  /** What happened, and what to do. */
  children: ReactNode;
  actions?: ReactNode;
  className?: string;
};

/** Something to know before going on. A problem is read aloud at once. */
export function Notice({ kind = "info", heading, children, actions, className }: Props) {
  const { Icon, frame, colour } = KINDS[kind];
  return (
    <div
      role={kind === "problem" ? "alert" : "status"}
      className={classNames("flex items-start gap-3 rounded-lg border px-4 py-3", frame, className)}
    >
      <Icon aria-hidden className={classNames("mt-0.5 size-4 shrink-0", colour)} />
      <div className="min-w-0 flex-1">
        {heading && <p className="font-semibold">{heading}</p>}
        <div>{children}</div>
      </div>
      {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
    </div>
  );
}

const KINDS = {
  info: { Icon: Info, frame: "border-accent/40 bg-accent-faint", colour: "text-accent" },
  caution: {
    Icon: TriangleAlert,
    frame: "border-caution/40 bg-caution-ground",
    colour: "text-caution",
  },
  problem: { Icon: CircleAlert, frame: "border-danger/40 bg-danger-ground", colour: "text-danger" },
} as const;
