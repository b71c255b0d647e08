import { afterAll, describe, expect, it } from "vitest";
import { makePool } from "./apart/pool.ts";
import { extract, extractWith, LIMITS } from "./extract.ts";
import type { Extracted, RawInput } from "./extracted.ts";
import { told, whatIsWrong } from "./testing/blocks.ts";
import { odtOf, pdfOfPages } from "./testing/documents.ts";

const DENIAL =
  "The fisheries ministry of Varnland denied on Monday that it had closed the port of Ilm to foreign ships.";

async function refused(input: RawInput): Promise<unknown> {
  return extract(input).then(
    ({ text }) => `read: ${text.slice(0, 50)}`,
    ({ code, message }: { code: string; message: string }) => `${code}: ${message}`,
  );
}

describe("extract", { timeout: 60_000 }, () => {
  it("reads every kind with one shape, apart or not", async () => {
    const inputs: [RawInput, string, string][] = [
      [{ text: DENIAL, mediaType: "text/plain" }, "text/plain", "onrecord-text"],
      [
        { bytes: Buffer.from(`# Port\n\n${DENIAL}`), name: "a.md" },
        "text/markdown",
        "onrecord-text",
      ],
      [
        { bytes: Buffer.from(`<h1>Port</h1><p>${DENIAL}`), name: "a.html" },
        "text/html",
        "onrecord-html",
      ],
      [{ text: `<h1>Port</h1><p>${DENIAL}`, mediaType: "text/html" }, "text/html", "onrecord-html"],
      [{ bytes: pdfOfPages([DENIAL]) }, "application/pdf", "onrecord-pdf"],
      [
        { bytes: await odtOf(`<text:p>${DENIAL}</text:p>`) },
        "application/vnd.oasis.opendocument.text",
        "onrecord-odt",
      ],
      [
        { bytes: Buffer.from(`From: a@b.example\nMIME-Version: 1.0\nSubject: Port\n\n${DENIAL}`) },
        "message/rfc822",
        "onrecord-eml",
      ],
    ];
    const extracted = await Promise.all(inputs.map(([input]) => extract(input)));
    expect(extracted.map(({ mediaType, extractor }) => [mediaType, extractor])).toEqual(
      inputs.map(([, mediaType, extractor]) => [mediaType, extractor]),
    );
    for (const one of extracted) {
      expect(whatIsWrong(one)).toEqual([]);
      expect(told(one)).toContain(DENIAL);
      expect(one.extractorVersion).toMatch(/^\d/);
      expect(Object.keys(one).toSorted()).toEqual(
        Object.keys(extracted[0] as Extracted).toSorted(),
      );
    }
  });

  it("takes no text in hundreds of thousands of pieces", async () => {
    expect(await refused({ text: "a\n\n".repeat(200_001), mediaType: "text/plain" })).toMatch(
      /^too-large: This has more than 200,000 paragraphs/,
    );
  });

  it("gives the same for a long text as for a short one, which is read apart", async () => {
    const text = `${DENIAL} `.repeat(2_000);
    const { text: read, encoding } = await extract({ bytes: Buffer.from(text), name: "a.txt" });
    expect(read).toBe(text);
    expect(encoding).toBe("utf-8");
  });

  it("says why a file is refused, by the code of its kind", async () => {
    expect(await refused({ text: " \n", mediaType: "text/plain" })).toBe(
      "invalid: There is no text in it.",
    );
    expect(await refused({ text: "<p> </p>", mediaType: "text/html" })).toBe(
      "invalid: There is no text in it.",
    );
    expect(await refused({ bytes: Buffer.from("\u0089PNG\r\n", "latin1") })).toMatch(
      /^media-type: This is a picture/,
    );
    expect(await refused({ bytes: Buffer.from("%PDF-1.7") })).toMatch(
      /^invalid: This PDF is damaged/,
    );
    const large = Buffer.alloc(11 * 1024 * 1024, "word ");
    expect(await refused({ bytes: large, name: "a.txt" })).toBe(
      "too-large: This holds 11.0 MB; an article may have up to 10 MB of text.",
    );
    const document = Buffer.concat([Buffer.from("%PDF-1.7\n"), Buffer.alloc(51 * 1024 * 1024)]);
    expect(await refused({ bytes: document })).toMatch(/^too-large: This holds 51.0 MB/);
  });
});

describe("a file that takes its reader along", { timeout: 60_000 }, () => {
  const children = makePool({
    ...LIMITS,
    script: ["lib", "extraction", "testing", "misbehave.ts"],
    heapMb: 64,
    memoryMb: 400,
    timeLimitMs: 8_000,
  });
  afterAll(() => children.close());

  it.each([
    ["loop", /^Reading this file took too long/],
    ["fill heap", /^Reading this file took too much memory/],
    ["exit", /^This file cannot be read: it is damaged/],
  ])("is refused with a sentence: %s", async (job, sentence) => {
    const told = { ...children, run: () => children.run(job) };
    const input = { bytes: Buffer.from("<p>x"), name: "a.html" };
    await expect(extractWith(told, input)).rejects.toMatchObject({
      code: "invalid",
      message: expect.stringMatching(sentence) as unknown,
    });
  });
});
