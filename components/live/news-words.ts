import { counted } from "#components/projects/counted.ts";
import type { Announcement } from "#lib/realtime/model.ts";

/**
 * What others have done, as one short sentence: "Ana marked 3 passages." Of many people only how many.
 * Empty where there is nothing to say.
 */
export function newsWords(
  announcements: readonly Pick<Announcement, "type" | "id" | "by">[],
  nameOf: (userId: string) => string | null,
): string {
  const told = announcements.filter(({ type }) => type in DID);
  const people = [...new Set(told.map(({ by }) => by))];
  if (people.length === 0) return "";
  if (people.length > 2) {
    return `${people.length} people changed ${counted(distinct(told), "thing")} here.`;
  }
  return people
    .map((by) =>
      sentence(
        told.filter((one) => one.by === by),
        nameIn(by, nameOf),
      ),
    )
    .join(" ");
}

function sentence(done: readonly Pick<Announcement, "type" | "id">[], name: string): string {
  // Whoever marks something goes on changing it: that is said once, as marking.
  const marked = new Set(done.flatMap(({ type, id }) => (type === MARKED ? [id] : [])));
  const kinds = new Map<string, Set<string>>();
  for (const { type, id } of done) {
    if (type === "annotation.changed" && marked.has(id)) continue;
    const verb = DID[type];
    if (!verb) continue;
    kinds.set(verb[0], (kinds.get(verb[0]) ?? new Set()).add(id));
  }
  const parts = [...kinds].map(([verb, ids]) => {
    const thing = Object.values(DID).find(([each]) => each === verb)?.[1] ?? null;
    return thing === null ? verb : `${verb} ${counted(ids.size, thing)}`;
  });
  const first = parts.slice(0, 2).join(" and ");
  return `${name} ${first}${parts.length > 2 ? ", and more" : ""}.`;
}

const MARKED = "annotation.created";

/** What somebody did, and to what, where that is counted. */
const DID: Readonly<Record<string, readonly [verb: string, thing: string | null]>> = {
  [MARKED]: ["marked", "passage"],
  "annotation.changed": ["changed", "annotation"],
  "annotation.restored": ["brought back", "annotation"],
  "annotation.submitted": ["submitted", "annotation"],
  "annotation.recalled": ["took back", "annotation"],
  "annotation.withdrawn": ["deleted", "annotation"],
  "annotation.approved": ["approved", "annotation"],
  "annotation.corrected": ["corrected", "annotation"],
  "annotation.rejected": ["rejected", "annotation"],
  "annotation.reopened": ["reopened", "annotation"],
  "link.created": ["drew", "link"],
  "link.deleted": ["took away", "link"],
  "evidence.created": ["added evidence", null],
  "evidence.changed": ["changed evidence", null],
  "missed.pointed-out": ["pointed out something missed", null],
  "article.edited": ["changed the article’s details", null],
  "block.corrected": ["folded or restored a block", null],
  "thread.begun": ["began to talk", null],
  "thread.answered": ["answered in the talk", null],
  "thread.resolved": ["settled a thread", null],
  "thread.reopened": ["reopened a thread", null],
};

function distinct(told: readonly { id: string }[]): number {
  return new Set(told.map(({ id }) => id)).size;
}

function nameIn(by: string | null, nameOf: (userId: string) => string | null): string {
  return (by === null ? null : nameOf(by)) ?? "Somebody";
}
