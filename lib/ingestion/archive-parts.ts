import { DomainError } from "#lib/errors.ts";
import { walkArchive } from "#lib/extraction/archive.ts";
import type { Part } from "./parts-of.ts";

/**
 * The files of an archive as what is to be taken in; one that cannot be is told with the reason. What
 * systems put beside people's files is passed over. Refused: a damaged archive, and an empty one.
 */
export async function* archiveParts(name: string, bytes: Uint8Array): AsyncGenerator<Part> {
  let index = 0;
  for await (const entry of walkArchive(bytes)) {
    if (OF_THE_SYSTEM.test(entry.path)) continue;
    const place = { index: index++, name: `${name}/${entry.path}` };
    yield "bytes" in entry
      ? { ...place, bytes: entry.bytes }
      : { ...place, bytes: null, problem: entry.problem };
  }
  if (index === 0) throw new DomainError("invalid", "There is no file in this archive.");
}

const OF_THE_SYSTEM = /(?:^|\/)(?:__MACOSX\/.*|\.DS_Store|Thumbs\.db|desktop\.ini)$/i;
