import type { Article } from "#lib/articles/model.ts";
import { offsetMap } from "#lib/text/offsets.ts";

/** An article's text to be compared with something: its own blocks, and one line for what is folded. */
export function PlainArticle({ article }: { article: Pick<Article, "text" | "blocks"> }) {
  const map = offsetMap(article.text);
  return (
    <div className="grid max-w-measure gap-4 font-serif text-lg leading-relaxed">
      {article.blocks.map(({ kind, boilerplate, start, end }) => {
        const words = article.text.slice(map.toUtf16(start), map.toUtf16(end));
        if (boilerplate !== null) {
          return (
            <p
              key={start}
              className="line-clamp-1 border-l border-line pl-3 font-sans text-sm text-muted wrap-anywhere"
            >
              {words}
            </p>
          );
        }
        return (
          <p
            key={start}
            dir="auto"
            className={`wrap-anywhere whitespace-pre-wrap ${LOOKS[kind] ?? ""}`}
          >
            {words}
          </p>
        );
      })}
    </div>
  );
}

const LOOKS: Readonly<Record<string, string>> = {
  title: "text-2xl font-semibold",
  heading: "text-xl font-semibold",
  caption: "text-base text-muted",
  quotation: "border-l-2 border-line-strong pl-4",
};
