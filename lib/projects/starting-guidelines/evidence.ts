import type { RichTextBlock } from "../rich-text.ts";
import { bullets, paragraph, rule, section } from "../rich-text.ts";

export const EVIDENCE: readonly RichTextBlock[] = [
  section("Evidence"),
  paragraph(
    "Evidence is whatever bears on a mark: a passage of an article in the project, a web page, a file, or a note. Point at the exact words, not at a whole page.",
  ),
  rule("Stance"),
  bullets(
    "**Supports**: it speaks for what the mark says.",
    "**Refutes**: it speaks against it.",
    "**Gives context**: it helps to judge, and decides nothing.",
    "**Insufficient**: we looked, and this does not settle it. Say so; it saves the next person the search.",
  ),
  paragraph(
    "The stance concerns the words of the mark. On a denial, “supports” means that the denial is borne out.",
  ),
  rule("Always give a reason"),
  paragraph(
    "One sentence: why do these words bear on the mark? “The owner of one tanker admits that it was in the harbour.” A second report that copies the first is no new evidence.",
  ),
  rule("Confidential evidence"),
  paragraph(
    "Use it for what could harm a source. Only the members you choose see it, and no export holds it unless it is named. Never write a protected name into a note or a doubt.",
  ),
];
