import type { SourcePage } from "./source-pages.ts";

/** Raw text with its line numbers, wrapped. It is only ever text: nothing of it is drawn as a page. */
export function SourceView({ source }: { source: SourcePage }) {
  const lines = source.text
    .replace(/\n$/, "")
    .split(/\r\n|\r|\n/)
    .map((words, index) => ({ number: source.firstLine + index, words }));
  return (
    <ol aria-label="Lines of the original" className="py-3 font-mono text-[0.75rem] leading-5">
      {lines.map(({ number, words }) => (
        <li
          key={number}
          className="grid grid-cols-[3.25rem_minmax(0,1fr)] gap-x-3 [content-visibility:auto] [contain-intrinsic-size:auto_1.25rem]"
        >
          <span aria-hidden className="text-right text-faint tabular-nums select-none">
            {number}
          </span>
          <code className="pr-4 wrap-anywhere whitespace-pre-wrap">{words}</code>
        </li>
      ))}
    </ol>
  );
}
