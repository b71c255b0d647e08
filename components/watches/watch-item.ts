/** A watch as the list shows it. Moments are ISO 8601. */
export type WatchItem = {
  readonly id: string;
  readonly kind: "page" | "feed";
  readonly url: string;
  readonly title: string | null;
  readonly articleId: string | null;
  readonly articleTitle: string | null;
  /** Null: only by hand. */
  readonly everyMinutes: number | null;
  readonly nextAt: string | null;
  readonly fetchedAt: string | null;
  readonly outcome: "same" | "changed" | "new-entries" | "failed" | null;
  readonly problem: string | null;
  /** Failures in a row. */
  readonly failures: number;
};

/** What the last fetch came to, in words. */
export function outcomeWords({ kind, outcome }: Pick<WatchItem, "kind" | "outcome">): string {
  switch (outcome) {
    case null:
      return "Not fetched yet";
    case "same":
      return kind === "feed" ? "Nothing new" : "Unchanged";
    case "changed":
      return "Changed";
    case "new-entries":
      return "New entries";
    case "failed":
      return "Failed";
  }
}

/** What to call it: the article's title, the feed's own, or its address. */
export function watchName({ title, articleTitle, url }: WatchItem): string {
  return articleTitle ?? title ?? url;
}
