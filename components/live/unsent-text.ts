import { saidAttributes } from "#components/annotations/attribute-words.ts";
import { TAG_LOOKS, wordsOf } from "#components/annotations/words.ts";
import type { Change } from "#components/desk/outbox/change.ts";
import type { Queue } from "#components/desk/outbox/queue.ts";
import type { AnnotationContent } from "#lib/annotations/model.ts";

/** Work that the server does not have, as plain text to be kept elsewhere. */
export function unsentText(queue: Queue, articleTitle: string): string {
  const lines = queue.map(({ change, problem }) =>
    [textOf(change), problem && `   (${problem.message})`].filter(Boolean).join("\n"),
  );
  return [`Not sent, about “${articleTitle}”`, "", ...lines].join("\n");
}

function textOf(change: Change): string {
  switch (change.kind) {
    case "put-annotation":
      return `- ${contentText(change.content)}`;
    case "put-thread":
      return `- Said: ${change.message.body}`;
    case "put-message":
      return `- Said: ${change.body}`;
    case "put-link":
      return `- Link: ${change.type} (${change.from} to ${change.to})`;
    default:
      return `- ${change.kind.replaceAll("-", " ")}${"id" in change ? ` ${change.id}` : ""}`;
  }
}

function contentText(content: AnnotationContent): string {
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
