import type { Language } from "./language-words.ts";

/** One invented page: its mark-up, and what of it is the article's own text. */
export type InventedPage = { readonly html: string; readonly body: string };
export type Template = (words: Language) => InventedPage;

export function paragraphs(lines: readonly string[], open = "<p>", close = "</p>"): string {
  return lines.map((line) => `${open}${line}${close}`).join("\n");
}

/** The bar at the top of every page, as a list of links. */
export function topBar({ ui }: Language): string {
  const links = [ui.home, ui.sport, ui.contact].map((word) => `<li><a href="/x">${word}</a></li>`);
  return `<ul>${links.join("")}</ul>`;
}

/** Other stories with their pictures, as cards. */
export function cards({ headlines, teaser }: Language): string {
  return headlines
    .map(
      (line) =>
        `<div class="item"><a href="/s"><img src="i.jpg"><h3>${line}</h3></a><p>${teaser}</p></div>`,
    )
    .join("\n");
}

/** Other stories as bare links. */
export function links({ headlines }: Language): string {
  return `<ul>${headlines.map((line) => `<li><a href="/s">${line}</a></li>`).join("")}</ul>`;
}

export function head(words: Language, more = ""): string {
  return `<!doctype html><html lang="${words.code}"><head><meta charset="utf-8"><title>${headline(words)} | Courier</title>${more}</head>`;
}

/** The headline: the first sentence without its end. */
export function headline({ body }: Language): string {
  return (body[0] ?? "").slice(0, -1).split(/[,，、]/, 1)[0] ?? "";
}

export function part({ body }: Language, from: number, to?: number): string[] {
  return body.slice(from, to);
}
