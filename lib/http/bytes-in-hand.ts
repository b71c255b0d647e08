import { DomainError } from "#lib/errors.ts";

/** Most bytes of bodies that one process holds at once, over all requests. */
const MOST_BYTES = 512 * 1024 * 1024;
/** A body up to this size is always taken: annotations go on being saved while files come in. */
const SMALL_BYTES = 1024 * 1024;

let held = 0;

/** The bytes of one request, counted while it is answered. */
export class BytesInHand {
  #mine = 0;

  /** Count more. Refused ("unavailable", to be sent again) where all requests together hold too much. */
  take(bytes: number): void {
    if (this.#mine + bytes > SMALL_BYTES && held + bytes > MOST_BYTES) {
      throw new DomainError(
        "unavailable",
        "Many large files are being sent at this moment. Send this one again shortly.",
        { detail: { retryAfterSeconds: 5 } },
      );
    }
    this.#mine += bytes;
    held += bytes;
  }

  release(): void {
    held -= this.#mine;
    this.#mine = 0;
  }
}
