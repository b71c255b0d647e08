export const BACKDROP_STYLE =
  "fixed inset-0 z-40 bg-veil transition-opacity data-starting-style:opacity-0 data-ending-style:opacity-0";

/** At the foot of a phone, in the middle of anything wider. */
export const DIALOG_STYLE =
  "fixed inset-x-0 bottom-0 z-40 flex max-h-[92dvh] flex-col rounded-t-lg border border-line bg-surface outline-none " +
  "transition-opacity data-starting-style:opacity-0 data-ending-style:opacity-0 " +
  "sm:inset-x-4 sm:top-[12dvh] sm:bottom-auto sm:mx-auto sm:max-h-[76dvh] sm:rounded-lg sm:shadow-raised";
