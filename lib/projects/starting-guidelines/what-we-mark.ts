import type { RichTextBlock } from "../rich-text.ts";
import { bullets, example, paragraph, rule, section } from "../rich-text.ts";

export const WHAT_WE_MARK: readonly RichTextBlock[] = [
  section("What we mark"),
  paragraph(
    "We read a news article closely and mark three things: what is claimed, what is denied, and who is said to have said it. The examples come from an invented affair: did tankers use Lund Bay, the closed harbour of Orsin?",
  ),
  bullets(
    "**Claim**: words that state something as so, or as going to be so. Evidence could support or refute them.",
    "**Denial**: words by which somebody rejects what somebody else has claimed, charged, reported or asked.",
    "**Attribution**: who is said to have said something: source, cue and content.",
  ),
  paragraph(
    "Marks may overlap and nest. One sentence often carries all three. In the examples below, the words that the mark covers are **bold**; the source and the cue of an attribution are *italic*.",
  ),
  rule("One sentence, three marks"),
  example("Orsin’s transport ministry denied that tankers had used Lund Bay."),
  bullets(
    "Denial: “**denied that tankers had used Lund Bay**”. It denies the claim, which often stands in another article.",
    "Attribution: *Orsin’s transport ministry* / *denied* / **tankers had used Lund Bay**. It attributes the denial.",
    "Claim: “**tankers had used Lund Bay**”, but only when nothing else in the article states the charge.",
  ),
  rule("Keep to the scope"),
  paragraph(
    "The project’s scope says what is marked: everything or certain topics; all attributions or only those around claims and denials. What lies outside stays unmarked. An article with nothing in scope is finished with no marks; that is a result too.",
  ),
  rule("Headlines and captions count"),
  paragraph(
    "They are text. Mark them where they stand, and tie a claim there to the claim in the body with *same claim*. A headline that stands twice is marked once.",
  ),
  example(
    "**Eleven tankers unloaded at closed harbour**, institute says",
    "Caption: The northern quay on the night of 14 March. **Three tankers lie alongside**.",
  ),
  rule("Teasers and other boilerplate do not"),
  paragraph(
    "Navigation, appeals, teasers, bylines, biographies and comment prompts are folded away and stay unmarked. If the story needs such a block, restore it first, then mark it.",
  ),
  rule("Live blogs, update by update"),
  paragraph(
    "Each update is read by itself. If one gives a statement indirectly and another gives it in direct speech, mark two claims and tie them with *same claim*.",
  ),
  example(
    "16.33 Jarek Tolm says that **the northern quay was repaired in February**.",
    "16.41 “**The northern quay was repaired in February**,” Tolm says.",
  ),
];
