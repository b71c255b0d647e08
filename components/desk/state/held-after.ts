import type { DeskData } from "../desk-data.ts";
import { heldFrom, type Held } from "./held.ts";

/** What a reading and the desk do not agree about: it is to be asked for, one by one. */
export type Doubted = {
  readonly links: readonly string[];
  readonly evidence: readonly string[];
  /** Which of the article's blocks are boilerplate. */
  readonly isArticle: boolean;
};

/**
 * What a newer reading of everything says beside what was known when it came: the reading may have been
 * made before a change arrived, and whatever has the later version stands. What it lacks stays, since
 * annotations are never deleted, but for others' work in a project that is blind now; links, evidence
 * and blocks are asked for (`doubted`).
 */
export function heldAfter(before: Held, data: DeskData): { held: Held; doubted: Doubted } {
  const read = heldFrom(data);
  const annotations = new Map(read.annotations);
  for (const [id, known] of before.annotations) {
    const now = annotations.get(id);
    const isHidden = now === undefined && data.isBlind && known.author.id !== data.me.id;
    if (!isHidden && known.version > (now?.version ?? 0)) annotations.set(id, known);
  }
  const links = laterOf([...before.links.values()], data.links);
  const evidence = laterOf([...before.evidence.values()], data.evidence);
  const isArticle = read.blocks.some(
    ({ boilerplate }, index) => boilerplate !== before.blocks[index]?.boilerplate,
  );
  return {
    held: {
      ...read,
      annotations,
      links: links.things,
      evidence: evidence.things,
      threads: before.threads,
    },
    doubted: { links: links.doubted, evidence: evidence.doubted, isArticle },
  };
}

/** Of things that come and go: what only one side has may have come, or gone, since the reading was made. */
function laterOf<Thing extends { readonly id: string; readonly version: number }>(
  before: readonly Thing[],
  read: readonly Thing[],
): { things: Map<string, Thing>; doubted: string[] } {
  const things = new Map(read.map((each) => [each.id, each]));
  const doubted = new Set(things.keys());
  for (const known of before) {
    const now = things.get(known.id);
    if (now) doubted.delete(known.id);
    else doubted.add(known.id);
    if (known.version > (now?.version ?? 0)) things.set(known.id, known);
  }
  return { things, doubted: [...doubted] };
}
