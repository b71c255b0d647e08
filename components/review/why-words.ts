import { RejectReason } from "#lib/review/model.ts";
import { REJECT_REASON_LOOKS } from "./reject-reasons.ts";

/** A step's reason as people say it: "wrong boundary: Leave out “there”." */
export function whyWords(type: string, why: string): string {
  if (type !== "annotation.rejected") return why;
  const end = why.indexOf(":");
  const parsed = RejectReason.safeParse(end === -1 ? why : why.slice(0, end));
  if (!parsed.success) return why;
  const { word } = REJECT_REASON_LOOKS[parsed.data];
  return end === -1 ? word : `${word}${why.slice(end)}`;
}
