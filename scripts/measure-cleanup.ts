import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { clean } from "#lib/cleanup/clean.ts";
import { inventedPages } from "#lib/cleanup/invented/invented-pages.ts";
import { averaged, score } from "#lib/cleanup/invented/shingles.ts";

/**
 * Measures the clean-up: `node scripts/measure-cleanup.ts`. The invented pages always; the sixty real
 * pages and the five real articles where they lie beside the repository.
 */
const SHARED = new URL("../../shared/", import.meta.url);

type Page = { html: string; textDump: string; body: string };
type Reference = { articles: { article: string; body: [number, number][] }[] };

showInvented();
showPages(new URL("cleanup/pages.jsonl.gz", SHARED));
showArticles(new URL("corpus/", SHARED));
showSpeed();

function showInvented(): void {
  const pages = inventedPages();
  const scores = pages.map(({ html, body }) =>
    score(clean({ text: html, mediaType: "text/html" }).bodyText, body, true),
  );
  show(`${pages.length} invented pages, HTML`, averaged(scores));
}

function showPages(file: URL): void {
  if (!existsSync(file)) return print("no ../shared/cleanup: the real pages are left out");
  const lines = gunzipSync(readFileSync(file)).toString("utf8").trim().split("\n");
  const pages = lines.map((line) => JSON.parse(line) as Page);
  for (const kind of ["html", "textDump"] as const) {
    const mediaType = kind === "html" ? "text/html" : "text/plain";
    const scores = pages.map((page) =>
      score(clean({ text: page[kind], mediaType }).bodyText, page.body),
    );
    show(`${pages.length} real pages, ${kind}`, averaged(scores));
  }
}

function showArticles(folder: URL): void {
  const file = new URL("reference.json", folder);
  if (!existsSync(file)) return print("no ../shared/corpus: the real articles are left out");
  const { articles } = JSON.parse(readFileSync(file, "utf8")) as Reference;
  for (const { article, body } of articles) {
    const bytes = readFileSync(new URL(`articles/${article}`, folder));
    const { text, blocks } = clean({ bytes, name: article });
    const [count, kept, known] = [{ body: 0, other: 0 }, { body: 0 }, { other: 0 }];
    const characters = [...text];
    for (const { kind, boilerplate, start, end } of blocks) {
      for (let at: number = start; at < end; at++) {
        if (/\s/.test(characters[at] ?? " ")) continue;
        const isNeither = !boilerplate && (kind === "title" || kind === "caption");
        if (body.some(([from, to]) => from <= at && at < to)) {
          count.body++;
          if (!boilerplate && !isNeither) kept.body++;
        } else if (!isNeither) {
          count.other++;
          if (boilerplate) known.other++;
        }
      }
    }
    print(
      `${article}: body kept ${kept.body}/${count.body}, boilerplate known ${known.other}/${count.other}`,
    );
  }
}

function showSpeed(): void {
  const html = `<p>${"The port of Ilm was <b>closed</b> on Monday, said the ministry.</p>\n<p>".repeat(15_000)}`;
  const before = process.cpuUsage();
  clean({ text: html, mediaType: "text/html" });
  const { user, system } = process.cpuUsage(before);
  const seconds = (user + system) / 1e6;
  print(`${(html.length / 1e6).toFixed(2)} MB of HTML: ${seconds.toFixed(2)} s of processor time`);
}

function show(what: string, { f1, precision, recall }: ReturnType<typeof averaged>): void {
  const figure = (value: number) => value.toFixed(4);
  print(`${what}: F1 ${figure(f1)}, precision ${figure(precision)}, recall ${figure(recall)}`);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
