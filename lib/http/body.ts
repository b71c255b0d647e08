import { DomainError } from "#lib/errors.ts";
import { refuseBrokenText } from "./broken-text.ts";
import { BytesInHand } from "./bytes-in-hand.ts";

/** How much of a body that is too large is still read, so that the sender gets to see the answer. */
const DRAIN_BYTES = 200 * 1024 * 1024;

/**
 * The JSON value that a request carries; undefined when it carries nothing.
 *
 * Refused: more bytes than `limit` (413), another content type (415), bytes that are no UTF-8 and
 * text that is no JSON (400), strings that cannot be stored (422).
 */
export async function readJson(
  request: Request,
  limit: number,
  hand = new BytesInHand(),
): Promise<unknown> {
  const bytes = await readBytes(request, limit, hand);
  if (bytes.length === 0) return undefined;
  refuseOtherType(request);
  const value = parse(decode(bytes));
  refuseBrokenText(value);
  return value;
}

/**
 * The bytes that a request carries, counted in `hand`. Refused: more than `limit` (413), and too much
 * in all requests of this process together (503).
 */
export async function readBytes(
  request: Request,
  limit: number,
  hand = new BytesInHand(),
): Promise<Uint8Array> {
  if (request.body === null) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of readable(request.body)) {
    size += chunk.length;
    if (size <= limit) {
      hand.take(chunk.length);
      chunks.push(chunk);
    } else chunks.length = 0;
    if (size > limit + DRAIN_BYTES) break;
  }
  if (size > limit) throw tooLarge(limit);
  return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
}

/** Read what nobody wants, as it comes and without keeping it, so that the sender gets to see the answer. */
export async function drain(request: Request): Promise<void> {
  if (request.body === null) return;
  let size = 0;
  for await (const chunk of readable(request.body)) {
    size += chunk.length;
    if (size > DRAIN_BYTES) return;
  }
}

async function* readable(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    reader.releaseLock();
  }
}

function tooLarge(limit: number): DomainError {
  const size =
    limit >= 1024 * 1024
      ? `${Math.floor(limit / 1024 / 1024)} MB`
      : `${Math.floor(limit / 1024)} kB`;
  return new DomainError(
    "too-large",
    `This request is too large: at most ${size} are taken here.`,
    {
      detail: { limitBytes: limit },
    },
  );
}

function refuseOtherType(request: Request): void {
  const type = (request.headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase();
  if (type === "application/json") return;
  throw new DomainError(
    "media-type",
    "Send the body as JSON, with Content-Type: application/json.",
  );
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new DomainError("malformed", "The body is not UTF-8.");
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new DomainError("malformed", "The body is not JSON.");
  }
}
