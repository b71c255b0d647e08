/** A piece of words as a PDF draws them, in points from the page's top left corner. */
export type Run = {
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
  /** The baseline. */
  readonly y: number;
  /** The height of its letters. */
  readonly size: number;
  readonly font: string;
  /** Its place in the order of drawing. */
  readonly index: number;
};

/** What a page draws: what runs as most of it does, and what is turned another way. */
export type Page = {
  readonly width: number;
  readonly height: number;
  readonly runs: readonly Run[];
  readonly turned: readonly string[];
};

/** Words on one baseline, without a wide gap between them. */
export type Fragment = {
  readonly runs: readonly Run[];
  readonly x0: number;
  readonly x1: number;
  readonly y: number;
  readonly size: number;
};

/** A line of text as it is read. */
export type Line = {
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
  readonly y: number;
  readonly size: number;
  readonly font: string;
  /** From 0. */
  readonly page: number;
  /** Which stretch of its page it stands in: a column, or what lies across all. From 0, in order. */
  readonly region: number;
  /** Cells beside each other. */
  readonly isRow: boolean;
};
