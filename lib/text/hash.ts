import { createHash } from "node:crypto";

/** SHA-256 of the text in UTF-8, in lower-case hexadecimal: a revision's `hash`. Server only. */
export function textHash(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}
