import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { main } from "./main.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "onrecord-reanchor-"));
  await file("old.txt", "\uFEFFThe ferry was late.\r\n😀 Minister Kreel denied it.\r\n");
  await file(
    "new.html",
    "<p>Update: 😀</p><p>The ferry was late.</p><p>😀 Minister Kreel denied this.</p>",
  );
  await file("new.txt", "Update: 😀\n\nThe ferry was late.\n\n😀 Minister Kreel denied this.\n");
  await file("empty.txt", "");
});
afterAll(() => rm(folder, { recursive: true }));

async function file(name: string, content: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

async function run(options: { now?: string; spans: unknown; json?: boolean }) {
  const spans = typeof options.spans === "string" ? options.spans : JSON.stringify(options.spans);
  const [out, err]: [string[], string[]] = [[], []];
  const status = await main(
    [
      ...(options.json === false ? [] : ["--json"]),
      "reanchor",
      ...["--old", join(folder, "old.txt")],
      ...["--new", join(folder, options.now ?? "new.txt")],
      ...["--spans", await file("spans.json", spans)],
    ],
    { out: (line) => void out.push(line), err: (line) => void err.push(line) },
  );
  return { status, out, err };
}

describe("onrecord reanchor", () => {
  it("prints one array, over the canonical texts of both files", { timeout: 60_000 }, async () => {
    const { status, out } = await run({
      now: "new.html",
      spans: [
        { id: "a", start: 4, end: 9 },
        { id: 2, start: 20, end: 21 },
        { id: "c", start: 37, end: 46 },
      ],
    });
    expect(status).toBe(0);
    expect(out.map((line): unknown => JSON.parse(line))).toEqual([
      [
        { id: "a", status: "exact", start: 15, end: 20, similarity: 1 },
        { id: 2, status: "exact", start: 32, end: 33, similarity: 1 },
        { id: "c", status: "changed", start: 49, end: 60, similarity: expect.closeTo(8 / 11) },
      ],
    ]);
    const none = await run({ now: "empty.txt", spans: [{ id: "a", start: 0, end: 3 }] });
    expect(JSON.parse(none.out[0] ?? "")).toEqual([
      { id: "a", status: "lost", start: null, end: null, similarity: null },
    ]);
    expect((await run({ spans: [] })).out).toEqual(["[]"]);
  });

  it("says it in words without --json", async () => {
    const { out } = await run({ spans: [{ id: "a", start: 4, end: 9 }], json: false });
    expect(out).toEqual([
      "a  exact    4–9 “ferry” → 15–20",
      "1 spans: 1 exact, 0 moved, 0 changed, 0 lost.",
    ]);
  });

  it.each([
    ["no JSON", "no JSON", "{"],
    ["no list", "a list of spans", { id: "a" }],
    ["a span without an end", "Span 1", [{ id: "a", start: 1 }]],
    ["half a character", "whole numbers", [{ id: "a", start: 0.5, end: 2 }]],
    ["a span that is turned round", "before it starts", [{ id: "a", start: 9, end: 4 }]],
    ["an empty span", "holds no character", [{ id: "a", start: 4, end: 4 }]],
    ["a span outside", "outside the old text", [{ id: "a", start: 4, end: 4_000 }]],
    ["a span before the text", "outside the old text", [{ id: "a", start: -1, end: 4 }]],
    [
      "an id twice",
      "Two spans",
      [
        { id: "a", start: 1, end: 2 },
        { id: "a", start: 2, end: 3 },
      ],
    ],
  ])("refuses %s with a sentence", async (_what, sentence, spans) => {
    const { status, out, err } = await run({ spans });
    expect(status).toBe(1);
    expect(JSON.parse(out[0] ?? "")).toMatchObject({ problem: expect.stringContaining(sentence) });
    expect(err.join("\n")).toContain(sentence);
  });

  it("refuses files that are not there, and ends with 2 when one is not named", async () => {
    expect((await run({ now: "nowhere.txt", spans: [] })).status).toBe(1);
    expect(
      await main(["reanchor", "--old", "x"], { out: () => undefined, err: () => undefined }),
    ).toBe(2);
  });
});
