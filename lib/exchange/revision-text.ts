import { offsetMap, type OffsetMap } from "#lib/text/offsets.ts";

/** A revision's text, ready for taking many quotations from it. */
export type RevisionText = {
  readonly revision: number;
  readonly text: string;
  readonly hash: string;
  readonly map: OffsetMap;
};

export function revisionText(of: { revision: number; text: string; hash: string }): RevisionText {
  return { revision: of.revision, text: of.text, hash: of.hash, map: offsetMap(of.text) };
}
