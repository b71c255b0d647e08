/** What all fields that are written in have in common. */
export const CONTROL_STYLE =
  "w-full rounded-md border border-line-strong bg-surface px-2.5 text-base text-ink placeholder:text-faint " +
  "focus-visible:outline-offset-0 data-invalid:border-danger disabled:bg-sunken disabled:text-muted";
