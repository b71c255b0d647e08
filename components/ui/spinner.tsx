import { classNames } from "./class-names.ts";

/** Something is going on and nobody knows how long. Say in words what it is, beside it or as `label`. */
export function Spinner({ label, className }: { label?: string; className?: string }) {
  return (
    <span
      role={label ? "status" : undefined}
      aria-hidden={label ? undefined : true}
      className={classNames("inline-flex items-center gap-2", className)}
    >
      <span
        aria-hidden
        className="inline-block size-[1em] animate-spin rounded-full border-2 border-current border-r-transparent motion-reduce:animate-none motion-reduce:border-dotted"
      />
      {label}
    </span>
  );
}
