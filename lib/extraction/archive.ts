import type { Readable } from "node:stream";
import { crc32 } from "node:zlib";
import yauzl, { type Entry, type ZipFile } from "yauzl";
import { DomainError } from "#lib/errors.ts";
import { entryPath } from "./entry-path.ts";
import { FILE_LIMIT } from "./limits.ts";
import { isArchive } from "./zip-type.ts";

export type ArchiveLimits = {
  /** Most files that are taken out of one archive. */
  readonly files: number;
  /** Most bytes of one file, unpacked. */
  readonly fileBytes: number;
  /** Most bytes of all files together, unpacked. */
  readonly totalBytes: number;
  /** How many times its packed size a file may unpack to, once it is larger than a megabyte. */
  readonly ratio: number;
};

export const ARCHIVE_LIMITS: ArchiveLimits = {
  files: 10_000,
  fileBytes: FILE_LIMIT,
  totalBytes: 2 * 1024 * 1024 * 1024,
  ratio: 200,
};

/** A file of an archive with its path in it, or why it is not taken. Folders are not told of. */
export type ArchiveEntry =
  | { readonly path: string; readonly bytes: Uint8Array }
  | { readonly path: string; readonly problem: string };

/**
 * Walk through a ZIP, one file after the other in its own order, each unpacked only when it is its
 * turn. Nothing is written anywhere, and nothing is passed over in silence: what is not taken comes
 * with the reason. What an archive claims of its sizes is not believed.
 *
 * Refused as a whole: what is damaged or no ZIP ("invalid"), and more files than the limit
 * ("too-large"). Past the limit of all bytes together, every further file is refused.
 */
export async function* walkArchive(
  bytes: Uint8Array,
  limits: ArchiveLimits = ARCHIVE_LIMITS,
): AsyncGenerator<ArchiveEntry> {
  const zip = await open(bytes);
  if (zip.entryCount > limits.files * 2) throw tooMany(limits);
  const seen = new Map<string, number>();
  let files = 0;
  let packed = 0;
  let total = 0;
  for await (const entry of entriesOf(zip)) {
    const { path, isFolder } = entryPath(entry);
    if (isFolder) continue;
    if (++files > limits.files) throw tooMany(limits);
    const problem = refusal(entry, path, limits) ?? repeated(path, seen, files);
    if (problem !== null) {
      yield { path, problem };
    } else if (total + entry.uncompressedSize > limits.totalBytes) {
      yield {
        path,
        problem: `What was unpacked before it fills ${inWords(limits.totalBytes)}, the most for one archive.`,
      };
    } else if ((packed += entry.compressedSize) > bytes.length) {
      // More than the archive has: its entries share their bytes, as those of bombs do.
      yield { path, problem: BROKEN };
    } else {
      // What turns out to be damaged has cost its unpacking, too.
      total += entry.uncompressedSize;
      yield await unpack(zip, entry, path);
    }
  }
}

async function open(bytes: Uint8Array): Promise<ZipFile> {
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    // Names are decoded here, with those that say nothing of their encoding.
    return await yauzl.fromBufferPromise(buffer, { autoClose: false, decodeStrings: false });
  } catch {
    throw new DomainError("invalid", DAMAGED);
  }
}

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  try {
    yield* zip.eachEntry();
  } catch {
    throw new DomainError("invalid", DAMAGED);
  }
}

const DAMAGED = "This archive is damaged, or it is no ZIP. Pack its files anew, and bring in that.";

function tooMany({ files }: ArchiveLimits): DomainError {
  return new DomainError(
    "too-large",
    `This archive holds more than ${files.toLocaleString("en")} files. Divide it, and bring in the parts.`,
    { detail: { limit: files } },
  );
}

/** Why an entry is not even unpacked; null when it may be. */
function refusal(entry: Entry, path: string, limits: ArchiveLimits): string | null {
  if (isOutside(entry)) return "Its path leads out of the archive, and was not followed.";
  if (isLink(entry)) return "It is a link to another file, and was not followed.";
  const parts = path.split("/");
  if (parts.includes("__MACOSX"))
    return "It is what a Mac notes about another file, and was left alone.";
  if (parts.some((part) => part.startsWith("."))) return "It is hidden, and was left alone.";
  if (/^(?:Thumbs\.db|desktop\.ini)$/i.test(parts.at(-1) ?? "")) {
    return "It is what Windows notes about the folder, and was left alone.";
  }
  if (entry.isEncrypted())
    return "It is locked with a password. Unpack the archive, and bring in what is inside.";
  if (!entry.canDecodeFileData())
    return "It is packed in a way that cannot be unpacked here. Pack it anew as an ordinary ZIP.";
  if (/\.zip$/i.test(path)) return NESTED;
  if (entry.uncompressedSize === 0) return "It is empty.";
  if (entry.uncompressedSize > limits.fileBytes) {
    return `It unpacks to ${inWords(entry.uncompressedSize)}; up to ${inWords(limits.fileBytes)} are taken.`;
  }
  const isBomb =
    entry.uncompressedSize > 1024 * 1024 &&
    entry.uncompressedSize > entry.compressedSize * limits.ratio;
  return isBomb
    ? "It unpacks to more than two hundred times its size, as no text does, and was left packed."
    : null;
}

const NESTED = "It is an archive within the archive. Unpack it, and bring in what is inside.";

/** Absolute, with a drive, or with a step up: written so by nobody who packs files. */
function isOutside({ fileNameRaw }: Entry): boolean {
  const name = fileNameRaw.toString("latin1").replaceAll("\\", "/");
  return (
    name.startsWith("/") ||
    /^[A-Za-z]:/.test(name) ||
    name.split("/").includes("..") ||
    name.includes("\u0000")
  );
}

/** Packed on Unix, an entry keeps its mode: links, devices and the like are no files. */
function isLink({ versionMadeBy, externalFileAttributes }: Entry): boolean {
  const system = versionMadeBy >>> 8;
  const kind = (externalFileAttributes >>> 16) & 0o170000;
  return (system === 3 || system === 19) && kind !== 0 && kind !== 0o100000;
}

/** Two of one name are both taken, unless there are absurdly many. */
function repeated(path: string, seen: Map<string, number>, files: number): string | null {
  const times = (seen.get(path) ?? 0) + 1;
  seen.set(path, times);
  return times > 100 && times > files / 2 ? "Its name stands in the archive over and over." : null;
}

/** yauzl breaks off a file that holds more, or less, than its entry says. */
async function unpack(zip: ZipFile, entry: Entry, path: string): Promise<ArchiveEntry> {
  try {
    const bytes = await collect(await zip.openReadStreamPromise(entry), entry.uncompressedSize);
    if (crc32(bytes) !== entry.crc32) return { path, problem: BROKEN };
    const isNested =
      bytes.subarray(0, 4).toString("latin1") === "PK\u0003\u0004" && isArchive(bytes);
    return isNested ? { path, problem: NESTED } : { path, bytes };
  } catch {
    return { path, problem: BROKEN };
  }
}

const BROKEN = "It is damaged: it does not unpack to what the archive says of it.";

async function collect(stream: Readable, size: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    chunks.push(chunk as Buffer);
    length += (chunk as Buffer).length;
    if (length > size) throw new Error("More than the entry says.");
  }
  return Buffer.concat(chunks);
}

function inWords(bytes: number): string {
  const megabytes = bytes / 1024 / 1024;
  return megabytes >= 1024
    ? `${Math.round(megabytes / 102.4) / 10} GB`
    : `${Math.round(megabytes)} MB`;
}
