import { classNames } from "./class-names.ts";

/** How far along something is, as a shape rather than a colour. */
export type ShapeKind = "hollow" | "half" | "full" | "struck" | "dashed";

/** What lies within the ring. */
const WITHIN: Readonly<Record<ShapeKind, string>> = {
  hollow: "",
  half: "M6 1.4a4.6 4.6 0 0 0 0 9.2z",
  full: "M6 1.4a4.6 4.6 0 1 0 0 9.2 4.6 4.6 0 1 0 0-9.2z",
  struck: "M1.5 10.5l9-9",
  dashed: "",
};

/** The word for it stands beside it; a screen reader is told nothing here. */
export function Shape({ kind, className }: { kind: ShapeKind; className?: string }) {
  return (
    <svg
      aria-hidden
      viewBox="0 0 12 12"
      fill="currentColor"
      stroke="currentColor"
      strokeWidth={1.4}
      className={classNames("inline-block size-[0.8em] shrink-0", className)}
    >
      <circle
        cx={6}
        cy={6}
        r={4.6}
        fill="none"
        strokeDasharray={kind === "dashed" ? "2 1.6" : undefined}
      />
      <path d={WITHIN[kind]} strokeWidth={kind === "struck" ? undefined : 0} />
    </svg>
  );
}
