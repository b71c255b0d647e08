import type { RichTextBlock } from "../rich-text.ts";
import { bullets, paragraph, rule, section, steps } from "../rich-text.ts";

export const WHEN_IN_DOUBT: readonly RichTextBlock[] = [
  section("When in doubt"),
  paragraph(
    "Mark your best reading and set a doubt with a short note. A doubt is no weakness: it tells the reviewer where to look, and shows the project where these guidelines need a sentence more.",
  ),
  rule("Four questions, in this order"),
  steps(
    "Does somebody reject what another has said? Then it is a denial.",
    "Does it state something that evidence could settle? Then it is a claim.",
    "Does the text say who said it, or at least that it was said? Then there is an attribution.",
    "Is it in scope? If not, leave it.",
  ),
  rule("Before you submit"),
  bullets(
    "Do claims and denials begin and end on a word, without quotation marks at the edge?",
    "Has every denial an attribution, and a target if there is one?",
    "Has every attribution its source and cue, or says that they are absent?",
    "Would the mark make sense to somebody who sees only these words?",
  ),
  rule("If a mark comes back"),
  paragraph(
    "Read the reason and the comment. Change the mark and send it again, or withdraw it. If you disagree, say why in the thread: the next case will be decided by what you two find.",
  ),
];
