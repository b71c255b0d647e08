import { randomBytes } from "node:crypto";
import { buffer } from "node:stream/consumers";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import yazl from "yazl";
import { ARCHIVE_LIMITS, type ArchiveLimits, walkArchive } from "./archive.ts";
import { zipOf } from "./testing/documents.ts";

async function walk(bytes: Uint8Array, limits: Partial<ArchiveLimits> = {}): Promise<string[]> {
  const found: string[] = [];
  for await (const entry of walkArchive(bytes, { ...ARCHIVE_LIMITS, ...limits })) {
    const content = "bytes" in entry ? Buffer.from(entry.bytes).toString() : entry.problem;
    found.push(`${entry.path} | ${content.slice(0, 60)}`);
  }
  return found;
}

/** The name in both places where a ZIP holds it, in bytes of the same number. */
function renamed(zip: Buffer, from: string, to: string | Buffer): Buffer {
  const target = Buffer.from(to as string);
  const source = Buffer.from(from);
  if (source.length !== target.length) throw new Error("The names differ in length.");
  const copy = Buffer.from(zip);
  for (let at = copy.indexOf(source); at !== -1; at = copy.indexOf(source, at + 1)) {
    target.copy(copy, at);
  }
  return copy;
}

/** Clears the flag that says that names are UTF-8. */
function withoutEncoding(zip: Buffer): Buffer {
  const copy = Buffer.from(zip);
  for (
    let at = copy.indexOf("PK\u0003\u0004");
    at !== -1;
    at = copy.indexOf("PK\u0003\u0004", at + 1)
  ) {
    copy.writeUInt16LE(0, at + 6);
  }
  for (
    let at = copy.indexOf("PK\u0001\u0002");
    at !== -1;
    at = copy.indexOf("PK\u0001\u0002", at + 1)
  ) {
    copy.writeUInt16LE(0, at + 8);
  }
  return copy;
}

describe("walkArchive", () => {
  it("gives the files in their order, and says what it leaves alone", async () => {
    const zip = await zipOf({
      "b/two.txt": "Two.",
      "a.txt": "One.",
      "__MACOSX/._a.txt": "x",
      ".DS_Store": "x",
      "b/.git/config": "x",
      "b/Thumbs.db": "x",
      "empty.txt": "",
    });
    expect(await walk(zip)).toEqual([
      "b/two.txt | Two.",
      "a.txt | One.",
      "__MACOSX/._a.txt | It is what a Mac notes about another file, and was left alon",
      ".DS_Store | It is hidden, and was left alone.",
      "b/.git/config | It is hidden, and was left alone.",
      "b/Thumbs.db | It is what Windows notes about the folder, and was left alon",
      "empty.txt | It is empty.",
    ]);
  });

  it.each(["../../etc/pw", "/etc/passwdx", "C:/Windows/xx", "a\\..\\..\\b\\cc", "C:\\Windows\\x"])(
    "follows no path outside: %s",
    async (name) => {
      const zip = renamed(
        await zipOf({ ["n".repeat(name.length)]: "x" }),
        "n".repeat(name.length),
        name,
      );
      expect(await walk(zip)).toEqual([
        expect.stringMatching(/ \| Its path leads out of the archive, and was not followed\.$/),
      ]);
    },
  );

  it("follows no links", async () => {
    const zip = new yazl.ZipFile();
    zip.addBuffer(Buffer.from("/etc/passwd"), "link.txt", { mode: 0o120777 });
    zip.end();
    expect(await walk(await buffer(zip.outputStream))).toEqual([
      "link.txt | It is a link to another file, and was not followed.",
    ]);
  });

  it("takes no archive within, whatever it is called, but documents", async () => {
    const inner = await zipOf({ "a.txt": "x" });
    const docx = await zipOf({ "[Content_Types].xml": "x", "word/document.xml": "x" });
    expect(
      (await walk(await zipOf({ "in.zip": inner, "in.txt": inner, "in.docx": docx }))).map((line) =>
        line.slice(0, 40),
      ),
    ).toEqual([
      "in.zip | It is an archive within the arc",
      "in.txt | It is an archive within the arc",
      expect.stringMatching(/^in\.docx \| PK/),
    ]);
  });

  it("unpacks no bomb, also when it lies about its size", async () => {
    const bomb = await zipOf({ "bomb.txt": Buffer.alloc(30 * 1024 * 1024), "fine.txt": "Fine." });
    expect(await walk(bomb)).toEqual([
      "bomb.txt | It unpacks to more than two hundred times its size, as no te",
      "fine.txt | Fine.",
    ]);
    const liar = Buffer.from(bomb);
    const entry = liar.indexOf("PK\u0001\u0002");
    liar.writeUInt32LE(1_000, entry + 24);
    expect((await walk(liar))[0]).toMatch(/^bomb\.txt \| It is damaged: it does not unpack/);
    const large = await zipOf({ "a.txt": Buffer.alloc(3_000, "ab") });
    expect(await walk(large, { fileBytes: 2_000 })).toEqual([
      expect.stringMatching(/^a\.txt \| It unpacks to 0 MB; up to 0 MB are taken/),
    ]);
  });

  it("counts what turns out to be damaged, and takes no bytes twice", async () => {
    const zip = await zipOf({ "a.txt": "aaaa", "b.txt": "bbbb" }, { stored: ["a.txt", "b.txt"] });
    const broken = Buffer.from(zip);
    broken.write("XXXX", broken.indexOf("aaaa"));
    expect(await walk(broken, { totalBytes: 6 })).toEqual([
      expect.stringMatching(/^a\.txt \| It is damaged/),
      expect.stringMatching(/^b\.txt \| What was unpacked before it fills/),
    ]);
    const text = randomBytes(2_000).toString("hex");
    const once = await zipOf({ "a.txt": text }, { stored: ["a.txt"] });
    const at = once.indexOf("PK\u0001\u0002");
    const end = once.indexOf("PK\u0005\u0006");
    const tail = Buffer.from(once.subarray(end));
    tail.writeUInt16LE(3, 8);
    tail.writeUInt16LE(3, 10);
    tail.writeUInt32LE((end - at) * 3, 12);
    const entry = once.subarray(at, end);
    const found = await walk(Buffer.concat([once.subarray(0, end), entry, entry, tail]));
    expect(found.map((line) => line.slice(0, 23))).toEqual([
      `a.txt | ${text.slice(0, 15)}`,
      "a.txt | It is damaged: ",
      "a.txt | It is damaged: ",
    ]);
  });

  it("stops at its limits of number and of all bytes", async () => {
    const many = await zipOf(
      Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`${i}.txt`, "x"])),
    );
    await expect(walk(many, { files: 20 })).rejects.toMatchObject({ code: "too-large" });
    await expect(walk(many, { files: 10 })).rejects.toMatchObject({ code: "too-large" });
    const found = await walk(await zipOf({ "a.txt": "aaaa", "b.txt": "bbbb", "c.txt": "c" }), {
      totalBytes: 6,
    });
    expect(found).toEqual([
      "a.txt | aaaa",
      expect.stringMatching(/^b\.txt \| What was unpacked before it fills/),
      "c.txt | c",
    ]);
  });

  it("says what is locked, damaged or of one name, and takes the rest", async () => {
    const zip = await zipOf({ "a1.txt": "First.", "a2.txt": "Second.", "b.txt": "Third." });
    const same = renamed(zip, "a2.txt", "a1.txt");
    expect(await walk(same)).toEqual(["a1.txt | First.", "a1.txt | Second.", "b.txt | Third."]);
    const locked = Buffer.from(zip);
    locked.writeUInt16LE(
      locked.readUInt16LE(locked.indexOf("PK\u0001\u0002") + 8) | 1,
      locked.indexOf("PK\u0001\u0002") + 8,
    );
    expect((await walk(locked))[0]).toMatch(/^a1\.txt \| It is locked with a password/);
    const broken = await zipOf(
      { "a.txt": "Words that are stored as they are." },
      { stored: ["a.txt"] },
    );
    broken.write("XXXXX", broken.indexOf("Words"));
    expect(await walk(broken)).toEqual([expect.stringMatching(/^a\.txt \| It is damaged/)]);
    await expect(walk(zip.subarray(0, zip.length - 30))).rejects.toMatchObject({ code: "invalid" });
    await expect(walk(Buffer.from("no archive at all, only words"))).rejects.toMatchObject({
      code: "invalid",
    });
  });

  it("reads names in UTF-8, in the old code page, and in others", async () => {
    const utf8 = withoutEncoding(await zipOf({ "häfen/ølm.txt": "x" }));
    expect(await walk(utf8)).toEqual(["häfen/ølm.txt | x"]);
    const old = renamed(
      await zipOf({ "nnnnnnnn.txt": "x" }),
      "nnnnnnnn.txt",
      iconv.encode("Hafenbüz.txt", "cp437"),
    );
    expect(await walk(withoutEncoding(old))).toEqual(["Hafenbüz.txt | x"]);
  });
});
