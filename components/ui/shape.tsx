import { classNames } from "./class-names.ts";

/** How far along something is, as a shape rather than a colour. */
export type ShapeKind = "hollow" | "half" | "full" | "struck" | "dashed";

/** The word for it stands beside it; a screen reader is told nothing here. */
export function Shape({ kind, className }: { kind: ShapeKind; className?: string }) {
  return (
    <svg
      aria-hidden
      viewBox="0 0 12 12"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.4}
      className={classNames("inline-block size-[0.8em] shrink-0", className)}
    >
      <circle
        cx={6}
        cy={6}
        r={4.6}
        fill={kind === "full" ? "currentColor" : "none"}
        strokeDasharray={kind === "dashed" ? "2 1.6" : undefined}
      />
      {kind === "half" && (
        <path d="M6 1.4a4.6 4.6 0 0 0 0 9.2z" fill="currentColor" stroke="none" />
      )}
      {kind === "struck" && <path d="M1.5 10.5l9-9" />}
    </svg>
  );
}
