import { log } from "#lib/log.ts";

/** A reader that takes nothing for this long is given up, so that nobody holds a transaction for ever. */
const PATIENCE_MS = 60_000;

/**
 * A response that is written piece by piece, no faster than it is read. What fails before the first
 * piece is thrown, and can be answered as any refusal; what fails later breaks the transfer off, so
 * that nobody takes a part for the whole.
 */
export async function streamResponse(
  headers: Record<string, string>,
  write: (sink: (piece: string) => Promise<void>) => Promise<unknown>,
  patienceMs: number = PATIENCE_MS,
): Promise<Response> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  const encoder = new TextEncoder();
  const begun = Promise.withResolvers<void>();
  let isBegun = false;
  const sink = async (piece: string) => {
    isBegun = true;
    begun.resolve();
    await within(patienceMs, writer.ready);
    await within(patienceMs, writer.write(encoder.encode(piece)));
  };
  write(sink)
    .then(
      () => {
        begun.resolve();
        return writer.close();
      },
      (error: unknown) => {
        if (isBegun) log.warn("A transfer was broken off.", { error });
        begun.reject(error);
        return writer.abort(error);
      },
    )
    .catch(() => {
      // Whoever read has gone; there is nobody left to tell.
    });
  await begun.promise;
  return new Response(readable, { headers: { "Cache-Control": "private, no-store", ...headers } });
}

async function within(milliseconds: number, wait: Promise<unknown>): Promise<void> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => late.reject(new Error("The reader has taken nothing for too long.")),
    milliseconds,
  );
  try {
    await Promise.race([wait, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
