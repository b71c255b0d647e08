import { saidAttributes } from "#components/annotations/attribute-words.ts";
import { linkWords, nameOf, TAG_LOOKS, wordsOf } from "#components/annotations/words.ts";
import type { Change } from "#components/desk/outbox/change.ts";
import { STANCE_LOOKS } from "#components/evidence/stances.ts";
import type { AnnotationContent } from "#lib/annotations/model.ts";
import type { EvidenceInput } from "#lib/evidence/model.ts";

/** What is known of an annotation that a change names; null of one that stands elsewhere. */
export type Known = (
  id: string,
) => Pick<AnnotationContent, "tag" | "segments" | "attributes"> | null;

/** A change in one line of plain text, with all the words that a person wrote. */
export function changeWords(change: Change, known: Known): string {
  switch (change.kind) {
    case "put-annotation":
      return contentWords(change.content);
    case "put-thread":
      return `${change.isPrivate ? "Note" : "Said"}: ${change.message.body}`;
    case "put-message":
      return `Said: ${change.body}`;
    case "delete-message":
      return "Taken back: a message";
    case "resolve-thread":
      return "Settled: a thread";
    case "reopen-thread":
      return "Opened again: a thread";
    case "put-link":
      return `Link: ${called(change.from, known)} – ${linkWords(change.type, "from")} – ${called(change.to, known)}`;
    case "delete-link":
      return `Link removed: ${called(change.from, known)} – ${called(change.to, known)}`;
    case "put-evidence":
      return `Evidence: ${evidenceWords(change.input)}`;
    case "delete-evidence":
      return "Evidence taken away";
    case "put-work":
      return `The article ${change.state === "finished" ? "finished" : change.state}`;
    case "correct-block":
      return `Block ${change.index + 1}: ${change.boilerplate ?? "part of the text"}`;
    default:
      return `${STEP_WORDS[change.kind]}: ${called(change.id, known)}`;
  }
}

const STEP_WORDS = {
  "withdraw-annotation": "Deleted",
  "submit-annotation": "Submitted",
  "recall-annotation": "Taken back",
  "reopen-annotation": "Opened again",
} as const;

function called(id: string, known: Known): string {
  const annotation = known(id);
  if (!annotation) return `the annotation ${id}`;
  return `${TAG_LOOKS[annotation.tag].word.toLowerCase()} “${nameOf(annotation)}”`;
}

function evidenceWords(input: EvidenceInput): string {
  const { stance, reason, kind } = input;
  const what =
    kind === "note"
      ? input.note
      : kind === "web"
        ? [input.url, input.quotation && `“${input.quotation}”`].filter(Boolean).join(" ")
        : `“${input.exact ?? ""}” (at ${input.start}–${input.end})`;
  return [STANCE_LOOKS[stance].word, what, reason].filter(Boolean).join("; ");
}

function contentWords(content: AnnotationContent): string {
  const roles = (["source", "cue", "content"] as const).flatMap((role) => {
    const words = wordsOf(content, role);
    return words ? [`${role} “${words}”`] : [];
  });
  const places = content.segments.map(({ start, end }) => `${start}–${end}`).join(", ");
  const said = saidAttributes(content.tag, content.attributes).map(
    ({ label, value }) => `${label}: ${value}`,
  );
  const doubt = content.doubt ? [`doubt: ${content.doubt}`] : [];
  return `${TAG_LOOKS[content.tag].word}: ${[...roles, ...said, ...doubt].join("; ")} (at ${places})`;
}
