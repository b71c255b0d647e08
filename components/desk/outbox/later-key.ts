import { v7 as uuidv7 } from "uuid";

/**
 * A new key (UUID, version 7) that sorts behind `after`. The clock of a machine may have been set
 * back since; then the time within the key goes on from the last one.
 */
export function laterKey(after: string | null): string {
  const key = uuidv7();
  if (after === null || key > after) return key;
  return uuidv7({ msecs: timeOf(after) + 1 });
}

/** The first 48 bits are the milliseconds since 1970 (RFC 9562, section 5.7). */
function timeOf(key: string): number {
  return Number.parseInt(key.replaceAll("-", "").slice(0, 12), 16);
}
