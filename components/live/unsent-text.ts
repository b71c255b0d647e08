import type { Queue } from "#components/desk/outbox/queue.ts";
import { changeWords, type Known } from "./change-words.ts";

/** Work that the server does not have, as plain text to be kept elsewhere. */
export function unsentText(queue: Queue, articleTitle: string, known: Known): string {
  const lines = queue.map(({ change, problem }) =>
    [`- ${changeWords(change, known)}`, problem && `   (${problem.message})`]
      .filter(Boolean)
      .join("\n"),
  );
  return [`Not sent, about “${articleTitle}”`, "", ...lines, ""].join("\n");
}
