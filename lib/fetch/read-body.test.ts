import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import zlib from "node:zlib";
import { describe, expect, it } from "vitest";
import { isDomainError } from "#lib/errors.ts";
import { explainFailure } from "./explain-failure.ts";
import { readBody, type BodyLimit } from "./read-body.ts";

const MEGABYTE = 1024 * 1024;
const TEXT = Buffer.from("The ferry left on time. ".repeat(500));

const PACKERS: Record<string, (bytes: Buffer) => Buffer> = {
  gzip: (bytes) => zlib.gzipSync(bytes),
  "x-gzip": (bytes) => zlib.gzipSync(bytes),
  deflate: (bytes) => zlib.deflateSync(bytes),
  "deflate, bare": (bytes) => zlib.deflateRawSync(bytes),
  br: (bytes) =>
    zlib.brotliCompressSync(bytes, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 3 } }),
  zstd: (bytes) => zlib.zstdCompressSync(bytes),
};

/** Sent in small pieces, as a network does. */
function sent(bytes: Buffer, piece = 700): Readable {
  const pieces = Array.from({ length: Math.ceil(bytes.length / piece) }, (_, n) =>
    bytes.subarray(n * piece, (n + 1) * piece),
  );
  return Readable.from(pieces);
}

function read(body: Readable, encoding: string | null, limit: Partial<BodyLimit> = {}) {
  return readBody(body, encoding, { bytes: MEGABYTE, beyond: "refuse", ...limit }, () => undefined);
}

async function problemOf(work: Promise<unknown>): Promise<unknown> {
  const error: unknown = await work.then(
    () => null,
    (error: unknown) => error,
  );
  const explained = explainFailure(error, "courier.example");
  return isDomainError(explained) ? explained.detail.problem : error;
}

describe("a body", { timeout: 60_000 }, () => {
  it.each(Object.keys(PACKERS))(
    "is unpacked from %s, in whatever pieces it comes",
    async (name) => {
      const encoding = name.replace(/,.*/, "");
      const packed = PACKERS[name]?.(TEXT) ?? TEXT;
      for (const piece of [1, 3, 64, packed.length]) {
        expect(Buffer.from(await read(sent(packed, piece), encoding)).equals(TEXT)).toBe(true);
      }
    },
  );

  it("is unpacked twice, last packing first, and is left alone when nothing packed it", async () => {
    const twice = zlib.gzipSync(zlib.deflateSync(TEXT));
    expect(Buffer.from(await read(sent(twice), "deflate, GZIP")).equals(TEXT)).toBe(true);
    for (const encoding of [null, "", "identity", "identity, "]) {
      expect(Buffer.from(await read(sent(TEXT), encoding)).equals(TEXT)).toBe(true);
    }
    expect(await read(sent(Buffer.alloc(0)), "deflate")).toHaveLength(0);
  });

  it.each(Object.keys(PACKERS))("that is a bomb of %s is put down early", async (name) => {
    const packed = PACKERS[name]?.(Buffer.alloc(64 * MEGABYTE)) ?? TEXT;
    expect(packed.length).toBeLessThan(MEGABYTE);
    const before = process.memoryUsage().arrayBuffers;
    expect(await problemOf(read(sent(packed, 16_384), name.replace(/,.*/, "")))).toBe("too-large");
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(48 * MEGABYTE);
  });

  it("that is a bomb within a bomb is put down between the two", async () => {
    const inner = zlib.gzipSync(Buffer.alloc(100 * MEGABYTE));
    const outer = zlib.gzipSync(inner);
    expect(outer.length).toBeLessThan(inner.length / 10);
    expect(await problemOf(read(sent(outer), "gzip, gzip", { bytes: 100_000 }))).toBe("too-large");
  });

  it("is counted as it comes, and read no further than the limit", async () => {
    let given = 0;
    const endless = Readable.from(
      (function* () {
        for (;;) {
          given += 1_000;
          yield Buffer.alloc(1_000);
        }
      })(),
    );
    expect(await problemOf(read(endless, null, { bytes: 50_000 }))).toBe("too-large");
    expect(given).toBeLessThan(80_000);
    expect(endless.destroyed).toBe(true);
    expect(await read(sent(TEXT), null, { bytes: TEXT.length })).toHaveLength(TEXT.length);
  });

  it("is cut where that is wanted, also after unpacking", async () => {
    const cut = { bytes: 1_000, beyond: "cut" } as const;
    expect(Buffer.from(await read(sent(TEXT), null, cut)).equals(TEXT.subarray(0, 1_000))).toBe(
      true,
    );
    const packed = zlib.gzipSync(TEXT);
    expect(await read(sent(packed), "gzip", cut)).toHaveLength(1_000);
  });

  it.each(["gzip", "br", "zstd", "deflate"])(
    "of %s that is broken is told as that",
    async (name) => {
      const packed = PACKERS[name]?.(Buffer.from(TEXT.map((_, n) => n * 7919))) ?? TEXT;
      expect(await problemOf(read(sent(packed.subarray(0, packed.length / 2)), name))).toBe(
        "broken-off",
      );
      const noise = Buffer.from("<!doctype html>".repeat(40));
      expect(await problemOf(read(sent(noise), name))).toBe("broken-off");
    },
  );

  it("of zstd that wants more memory than the web allows is told as broken", async () => {
    const params = { [zlib.constants.ZSTD_c_windowLog]: 27 };
    const packed = await buffer(Readable.from([TEXT]).pipe(zlib.createZstdCompress({ params })));
    expect(await problemOf(read(sent(packed), "zstd"))).toBe("broken-off");
  });

  it.each(["compress", "sdch", "gzip, gzip, gzip", "br, aes128gcm", "constructor", "__proto__"])(
    "of %s is refused",
    async (name) => {
      expect(await problemOf(read(sent(TEXT), name))).toBe("broken-off");
    },
  );
});
