import type { DemoSegment } from "./mark-types.ts";

/** The words that are said. */
export function content(quote: string): DemoSegment {
  return { role: "content", quote };
}

/** The words that name who says it. */
export function source(quote: string): DemoSegment {
  return { role: "source", quote };
}

/** The reporting words. */
export function cue(quote: string): DemoSegment {
  return { role: "cue", quote };
}
