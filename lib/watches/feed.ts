/** An entry as a feed tells of it. */
export type Entry = {
  /** Its id in the feed, its address where it states none, or a mark of its words. */
  readonly key: string;
  /** Absolute, without a fragment; null for an entry that leads nowhere. */
  readonly url: string | null;
  readonly title: string | null;
  /** ISO 8601, as far as it is certain. */
  readonly published: string | null;
  readonly byline: string | null;
  /** The entry's own text as HTML, kept only where there is no address to fetch it from. */
  readonly content: string | null;
};

export type Feed = {
  readonly title: string | null;
  readonly language: string | null;
  /** In the order of the feed; none twice. */
  readonly entries: readonly Entry[];
};

/** What stands at an address: a feed, or a page that names its feeds. */
export type FeedAnswer =
  | { readonly kind: "feed"; readonly feed: Feed }
  | { readonly kind: "page"; readonly feeds: readonly string[] }
  | { readonly kind: "refused"; readonly message: string };

export type FeedInput = {
  readonly bytes: Uint8Array;
  readonly charset: string | null;
  /** Where it was found: relative addresses start from here. */
  readonly url: string;
};
