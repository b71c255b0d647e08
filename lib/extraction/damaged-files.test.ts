import { afterAll, describe, expect, it } from "vitest";
import { isDomainError } from "#lib/errors.ts";
import { makePool } from "./apart/pool.ts";
import { extractWith, LIMITS } from "./extract.ts";
import { whatIsWrong } from "./testing/blocks.ts";
import { odtOf, pdfOfPages, zipOf } from "./testing/documents.ts";

const WORDS =
  "The fisheries ministry of Varnland denied on Monday that it had closed the port of Ilm to foreign ships. ";

const SEED = 20_310_504;
const TRIALS = 40;

/** Numbers that are the same in every run. */
function numbers(seed: number): (most: number) => number {
  let state = seed;
  return (most) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * most);
  };
}

/** Bytes changed, lost, doubled or cut off, as bad disks and broken uploads leave them. */
function damage(bytes: Buffer, next: (most: number) => number): Buffer {
  const copy = Buffer.from(bytes);
  const at = next(copy.length);
  switch (next(4)) {
    case 0:
      for (let times = 1 + next(30); times > 0; times--) copy[next(copy.length)] = next(256);
      return copy;
    case 1:
      return copy.subarray(0, at);
    case 2:
      return Buffer.concat([copy.subarray(0, at), copy.subarray(at + 1 + next(200))]);
    default:
      return Buffer.concat([copy.subarray(0, at), copy.subarray(next(at + 1))]);
  }
}

describe(`damaged files (seed ${SEED})`, { timeout: 180_000 }, () => {
  const children = makePool({ ...LIMITS, timeLimitMs: 20_000 });
  afterAll(() => children.close());

  it.each<[string, () => Promise<Buffer> | Buffer]>([
    ["PDF", () => pdfOfPages([WORDS.repeat(5), WORDS.repeat(3)])],
    [
      "DOCX",
      () =>
        zipOf({
          "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
          "_rels/.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
          "word/document.xml": `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${`<w:p><w:r><w:t>${WORDS}</w:t></w:r></w:p>`.repeat(5)}</w:body></w:document>`,
        }),
    ],
    ["ODT", () => odtOf(`<text:p>${WORDS}</text:p>`.repeat(5))],
    [
      "mail",
      () =>
        Buffer.from(
          `From: a@b.example\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary="x"\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\n${WORDS}\r\n--x\r\nContent-Type: text/html\r\n\r\n<p>${WORDS}</p>\r\n--x--\r\n`,
        ),
    ],
    [
      "page",
      () =>
        Buffer.from(`<!doctype html><title>x</title><h1>Port</h1>${`<p>${WORDS}</p>`.repeat(5)}`),
    ],
  ])("are read or refused with a sentence: %s", async (_, make) => {
    const whole = await make();
    const next = numbers(SEED);
    expect(whatIsWrong(await extractWith(children, { bytes: whole }))).toEqual([]);
    const odd: string[] = [];
    await Promise.all(
      Array.from({ length: TRIALS }, async (__, trial) => {
        const bytes = damage(whole, next);
        try {
          const wrong = whatIsWrong(await extractWith(children, { bytes }));
          if (wrong.length > 0) odd.push(`${trial}: ${wrong.join(" ")}`);
        } catch (error) {
          if (!isDomainError(error)) odd.push(`${trial}: ${String(error)}`);
          else if (!/^[A-Z].*[.)]$/s.test(error.message)) odd.push(`${trial}: ${error.message}`);
        }
      }),
    );
    expect(odd).toEqual([]);
  });
});
