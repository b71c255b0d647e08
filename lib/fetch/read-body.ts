import { type Duplex, pipeline, Readable } from "node:stream";
import zlib from "node:zlib";
import { fetchError, OFFER_PASTE } from "./fetch-error.ts";
import { ENCODING_LIMIT } from "./limits.ts";

/** What is asked for, best first. */
export const ACCEPT_ENCODING = "gzip, deflate, br, zstd";

export type BodyLimit = {
  /** Most bytes, counted as they are sent and again after each unpacking. */
  readonly bytes: number;
  /** What is longer: refused, or read as far as the limit. */
  readonly beyond: "refuse" | "cut";
};

type Bytes = AsyncIterable<Uint8Array>;
type Step = (source: Bytes) => Bytes;

/**
 * An answer's body, unpacked. A bomb is put down at the limit, long before it has been unpacked.
 * `touch` is called for every piece that arrives.
 */
export async function readBody(
  body: Readable,
  encoding: string | null,
  limit: BodyLimit,
  touch: () => void,
): Promise<Uint8Array> {
  const layers = layersOf(encoding);
  const counted: Step = (source) => count(source, limit);
  const unpacked = layers.flatMap((unpack): Step[] => [unpack, counted]);
  const chunks: Uint8Array[] = [];
  const whole = [(source: Bytes) => tell(source, touch), counted, ...unpacked].reduce<Bytes>(
    (source, step) => step(source),
    body,
  );
  for await (const chunk of whole) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function* tell(source: Bytes, touch: () => void): Bytes {
  for await (const chunk of source) {
    touch();
    yield chunk;
  }
}

async function* count(source: Bytes, limit: BodyLimit): Bytes {
  let size = 0;
  for await (const chunk of source) {
    const room = limit.bytes - size;
    size += chunk.length;
    if (size <= limit.bytes) yield chunk;
    else if (limit.beyond === "cut") {
      yield chunk.subarray(0, room);
      return;
    } else throw tooLarge(limit.bytes);
  }
}

function tooLarge(bytes: number) {
  const most = bytes >= 1024 * 1024 ? `${Math.floor(bytes / 1024 / 1024)} MB` : `${bytes} bytes`;
  return fetchError(
    "too-large",
    `The page is larger than ${most}, so it was not read to its end. ${OFFER_PASTE}`,
  );
}

/** The packings in the order in which they are undone: the last one named was put on last. */
function layersOf(encoding: string | null): Step[] {
  const names = (encoding ?? "")
    .toLowerCase()
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "" && name !== "identity");
  const layers = names.toReversed().map((name) => UNPACKERS.get(name));
  if (layers.length > ENCODING_LIMIT || layers.includes(undefined)) throw unknownPacking();
  return layers.filter((layer) => layer !== undefined);
}

function unknownPacking() {
  return fetchError(
    "broken-off",
    `The page is packed in a way that was not asked for and is not known here. ${OFFER_PASTE}`,
  );
}

const through =
  (make: () => Duplex): Step =>
  (source) =>
    run(Readable.from(source), make());

/** RFC 9659: the most that a web server's zstd may ask its reader to remember, as a power of two. */
const ZSTD_WINDOW_LOG = 23;

const UNPACKERS: ReadonlyMap<string, Step> = new Map([
  ["gzip", through(() => zlib.createGunzip())],
  ["x-gzip", through(() => zlib.createGunzip())],
  ["br", through(() => zlib.createBrotliDecompress())],
  [
    "zstd",
    through(() =>
      zlib.createZstdDecompress({
        params: { [zlib.constants.ZSTD_d_windowLogMax]: ZSTD_WINDOW_LOG },
      }),
    ),
  ],
  ["deflate", inflateEither],
]);

/** "deflate" means zlib's format, and many servers send the bare one. The first two bytes tell. */
async function* inflateEither(source: Bytes): Bytes {
  const chunks = source[Symbol.asyncIterator]();
  let head = Buffer.alloc(0);
  while (head.length < 2) {
    const next = await chunks.next();
    if (next.done) break;
    head = Buffer.concat([head, next.value]);
  }
  if (head.length === 0) return;
  const [first = 0, second = 0] = head;
  const isZlib = (first & 0x0f) === 8 && (first * 256 + second) % 31 === 0;
  const rest = Readable.from(
    (async function* () {
      yield head;
      for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value;
    })(),
  );
  yield* run(rest, isZlib ? zlib.createInflate() : zlib.createInflateRaw());
}

async function* run(source: Readable, unpack: Duplex): Bytes {
  // What goes wrong ends both, and is thrown where the last of them is read.
  const out = pipeline(source, unpack, () => undefined);
  for await (const chunk of out) yield Buffer.from(chunk);
}
