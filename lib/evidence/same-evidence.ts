import type { Evidence, EvidenceInput } from "./model.ts";

/** True when what is sent says what is stored. What was left out is as it is. */
export function sameEvidence(stored: Evidence, sent: EvidenceInput): boolean {
  return (
    stored.annotationId === sent.annotationId &&
    stored.stance === sent.stance &&
    stored.reason === sent.reason &&
    stored.confidential === sent.confidential &&
    stored.viewers.toSorted().join() === viewersOf(sent, stored.author.id).join() &&
    sameThing(stored, sent)
  );
}

/** Who besides the author may see the item, each once; nobody is named for what everybody sees. */
export function viewersOf(sent: EvidenceInput, authorId: string): string[] {
  if (!sent.confidential) return [];
  return [...new Set(sent.viewers)].filter((id) => id !== authorId).sort();
}

function sameThing(stored: Evidence, sent: EvidenceInput): boolean {
  switch (sent.kind) {
    case "note":
      return stored.kind === "note" && stored.note === sent.note;
    case "web":
      return (
        stored.kind === "web" &&
        stored.url === sent.url &&
        (stored.quotation ?? "") === (sent.quotation ?? "")
      );
    case "passage":
      return (
        stored.kind === "passage" &&
        stored.articleId === sent.articleId &&
        stored.start === sent.start &&
        stored.end === sent.end &&
        (sent.revision === undefined || sent.revision === stored.revision) &&
        (sent.exact === undefined || sent.exact === stored.exact)
      );
  }
}
