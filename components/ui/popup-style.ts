/** What floats above the page: select lists, menus, popovers. */
export const POPUP_STYLE =
  "rounded-lg border border-line bg-surface text-ink shadow-raised outline-none transition-opacity " +
  "data-starting-style:opacity-0 data-ending-style:opacity-0";

/** One line in such a list. */
export const ITEM_STYLE =
  "touchable flex min-h-7 cursor-pointer items-center gap-2 rounded-md px-2 py-1 text-base text-ink no-underline " +
  "outline-none select-none data-highlighted:bg-accent-ground data-disabled:cursor-default data-disabled:opacity-55";
