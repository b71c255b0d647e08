import { once } from "node:events";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { odtOf, pdfOfPages } from "#lib/extraction/testing/documents.ts";
import { cleanCommand } from "./clean.ts";

let folder = "";
let lines: string[] = [];
let warnings: string[] = [];
let notes: string[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "onrecord-clean-"));
  lines = [];
  warnings = [];
  notes = [];
});

afterEach(() => rm(folder, { recursive: true }));

function run(paths: string[], json = true): Promise<0 | 1> {
  return cleanCommand(paths, {
    json,
    write: (line) => lines.push(line),
    warn: (said) => warnings.push(said),
    note: (said) => notes.push(said),
  });
}

const WORDS =
  "The fisheries ministry of Varnland denied on Monday that it had closed the port of Ilm.";

describe("cleanCommand", () => {
  it("prints one value a file, folders in the order of their names, and nothing else", async () => {
    await mkdir(join(folder, "b"));
    await writeFile(join(folder, "b", "two.md"), `# Port shut\n\n${WORDS}`);
    await writeFile(join(folder, "a.txt"), WORDS);
    expect(await run([folder])).toBe(0);
    const values = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(values.map((value) => value["file"])).toEqual([
      join(folder, "a.txt"),
      join(folder, "b", "two.md"),
    ]);
    expect(Object.keys(values[0] ?? {})).toEqual(
      "file mediaType title byline publisher published language text blocks bodyText".split(" "),
    );
    expect(values[1]).toMatchObject({
      mediaType: "text/markdown",
      title: "Port shut",
      bodyText: WORDS,
    });
    expect(warnings).toEqual([]);
  });

  it("names what fails and goes on", async () => {
    await writeFile(join(folder, "a.pdf"), "%PDF-1.7");
    await writeFile(join(folder, "b.txt"), "");
    await writeFile(join(folder, "c.txt"), WORDS);
    expect(await run([folder, join(folder, "missing.txt")])).toBe(1);
    const values = lines.map((line) => JSON.parse(line) as { file: string; problem?: string });
    expect(values.map((value) => value.problem ?? "done")).toEqual([
      expect.stringContaining("PDF"),
      "There is no text in it.",
      "done",
      "There is no such file or folder.",
    ]);
    expect(warnings).toHaveLength(3);
  });

  it("reads documents, mail and saved pages in the same shape, in the order of their names", async () => {
    await writeFile(join(folder, "a.pdf"), pdfOfPages([WORDS]));
    await writeFile(join(folder, "b.odt"), await odtOf(`<text:p>${WORDS}</text:p>`));
    await writeFile(join(folder, "c.eml"), `From: a@b.example\nMIME-Version: 1.0\n\n${WORDS}`);
    await writeFile(
      join(folder, "d.htm"),
      `<!-- saved from url=(0022)https://b.example/d --><p>${WORDS}`,
    );
    expect(await run([folder])).toBe(0);
    const values = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(values.map(({ mediaType, bodyText }) => [mediaType, bodyText])).toEqual([
      ["application/pdf", WORDS],
      ["application/vnd.oasis.opendocument.text", WORDS],
      ["message/rfc822", WORDS],
      ["text/html", WORDS],
    ]);
    expect(new Set(values.map((value) => Object.keys(value).join(" "))).size).toBe(1);
  });

  it("says what it passes over, and has a sentence for everything that is no file", async () => {
    await writeFile(join(folder, "a.txt"), WORDS);
    await writeFile(join(folder, ".hidden.txt"), WORDS);
    await mkdir(join(folder, "empty"));
    await symlink(folder, join(folder, "loop"));
    await symlink(tmpdir(), join(folder, "out"));
    const server = createServer().listen(join(folder, "socket"));
    await once(server, "listening");
    const [file, long] = [join(folder, "a.txt", "below"), join(folder, "n".repeat(300))];
    expect(await run([folder, file, long, "with\0zero"])).toBe(1);
    server.close();
    expect(notes).toEqual([
      `${join(folder, ".hidden.txt")}: It is hidden, and was left alone.`,
      `${join(folder, "empty")}: The folder is empty.`,
      `${join(folder, "loop")}: It leads to a folder that was read already.`,
      `${join(folder, "out")}: It is a link to a folder elsewhere, and was not followed.`,
    ]);
    expect(warnings).toEqual([
      `${join(folder, "socket")}: It is no ordinary file.`,
      `${file}: There is no such file or folder.`,
      `${long}: Its name is too long.`,
      "with\0zero: This is no name of a file.",
    ]);
    expect(lines).toHaveLength(5);
  });

  it("refuses a file of 50 MB without reading it", async () => {
    await writeFile(join(folder, "big.txt"), Buffer.alloc(50 * 1024 * 1024, "a"));
    expect(await run([join(folder, "big.txt")])).toBe(1);
    expect(lines[0]).toContain("up to 10 MB");
  });

  it("gives a summary to a person", async () => {
    await writeFile(join(folder, "a.txt"), `${WORDS}\nComments are closed.`);
    expect(await run([folder], false)).toBe(0);
    expect(lines.join("\n")).toMatch(/body +16 words, 1 of 2 blocks\n +folded +1 comments/);
  });
});
