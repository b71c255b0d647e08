import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { clean } from "#lib/cleanup/clean.ts";
import { bandsOf, minhash, type Signature } from "#lib/text/minhash.ts";
import { judgeLikeness } from "./judge-likeness.ts";

/** Sixty pages of the web, each as HTML and as a careless scraper's text of it; beside the repository, where it is there. */
const PAGES = new URL("../../../shared/cleanup/pages.jsonl.gz", import.meta.url);

const Page = z.object({ id: z.string(), html: z.string(), textDump: z.string() });

function isFound(one: Signature, other: Signature): boolean {
  const bands = bandsOf(one);
  return (
    bandsOf(other).some((hash, band) => hash === bands[band]) && judgeLikeness(one, other) !== null
  );
}

describe.skipIf(!existsSync(PAGES))("the same page twice, among sixty real ones", () => {
  it(
    "is found by its own text although what stands around it differs, and no other page is",
    { timeout: 120_000 },
    () => {
      const pages = gunzipSync(readFileSync(PAGES))
        .toString("utf8")
        .trim()
        .split("\n")
        .map((line) => Page.parse(JSON.parse(line)));
      const signed = pages.map(({ id, html, textDump }) => ({
        id,
        page: minhash(clean({ text: html, mediaType: "text/html" }).bodyText),
        dump: minhash(clean({ text: textDump, mediaType: "text/plain" }).bodyText),
      }));
      const found = signed.filter(({ page, dump }) => isFound(page, dump));
      const wrong = signed.flatMap((one, at) =>
        signed
          .slice(at + 1)
          .filter((other) => isFound(one.page, other.page))
          .map((other) => `${one.id} and ${other.id}`),
      );
      process.stdout.write(
        `Found ${found.length} of ${signed.length} pages by their scraped text, and ${wrong.length} wrong pairs of ${(signed.length * (signed.length - 1)) / 2}\n`,
      );
      expect(found.length / signed.length).toBeGreaterThanOrEqual(0.9);
      expect(wrong).toEqual([]);
    },
  );
});
