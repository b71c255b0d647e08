import type { Readable } from "node:stream";
import yauzl from "yauzl";
import { DomainError } from "#lib/errors.ts";

/** Most bytes that the parts of one office document may unpack to, pictures and all. */
const UNPACKED_LIMIT = 400 * 1024 * 1024;

/**
 * Named parts of an office document, each as its bytes; what is not there is left out. Refused: a
 * document that is locked or damaged ("invalid"), or that unpacks to more than its limit ("too-large").
 */
export async function readParts(
  bytes: Uint8Array,
  wanted: readonly string[],
): Promise<ReadonlyMap<string, Buffer>> {
  const found = new Map<string, Buffer>();
  try {
    const zip = await yauzl.fromBufferPromise(
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
      { autoClose: false },
    );
    let unpacked = 0;
    for await (const entry of zip.eachEntry()) {
      unpacked += entry.uncompressedSize;
      if (unpacked > UNPACKED_LIMIT) throw new DomainError("too-large", TOO_LARGE);
      if (entry.isEncrypted()) throw new DomainError("invalid", LOCKED);
      // The first of two parts of one name is the one that office programs read.
      if (!wanted.includes(entry.fileName) || found.has(entry.fileName)) continue;
      found.set(entry.fileName, await collect(await zip.openReadStreamPromise(entry)));
    }
  } catch (error) {
    if (error instanceof DomainError) throw error;
    throw new DomainError("invalid", DAMAGED);
  }
  return found;
}

export const LOCKED =
  "This document is locked with a password. Save a copy without one, and bring in that.";
export const DAMAGED =
  "This document is damaged and cannot be read. Open it in a word processor, save it anew, and bring in that.";
const TOO_LARGE = `This document unpacks to more than ${UNPACKED_LIMIT / 1024 / 1024} MB. Save it without its pictures, and bring in that.`;

/** yauzl ends a stream that holds more than its entry states. */
async function collect(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
