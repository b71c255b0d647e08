import type { Watch } from "#lib/watches/model.ts";

/** What the last fetch came to, in a word or two. */
export function outcomeWords({ kind, outcome }: Pick<Watch, "kind" | "outcome">): string {
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
export function watchName({ title, articleTitle, url }: Watch): string {
  return articleTitle ?? title ?? url;
}
