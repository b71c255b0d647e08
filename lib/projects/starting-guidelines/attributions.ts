import type { RichTextBlock } from "../rich-text.ts";
import { bullets, example, paragraph, rule, section } from "../rich-text.ts";

export const ATTRIBUTIONS: readonly RichTextBlock[] = [
  section("Attributions"),
  paragraph(
    "An attribution has a **source** (who), a **cue** (the reporting words) and **content** (what). There is at most one source and one cue. The content may stand in several pieces. Denials have attributions as well as claims.",
  ),
  example(
    "**“We have never opened that harbour,”** *said* *Tomas Brekk, the ministry’s spokesman*. **“Those pictures are old.”**",
  ),
  rule("What is missing is said to be missing"),
  paragraph(
    "If the text names no source, or has no cue, state it as absent. So does a headline with a colon: “*Shipowner*: **tanker sheltered from storm**” has no cue. When somebody declines to speak, the content may be absent.",
  ),
  rule("Source type"),
  bullets(
    "**Named person**: somebody whose name is known from the article, also as “he” or “the minister”.",
    "**Unnamed person or people**: “a harbour pilot, who asked not to be named”; “two officials”.",
    "**Organisation or state**: “the ministry”, “Vell”, “Corvane Shipping”.",
    "**News outlet**: “the Karsholm Post”.",
    "**Document**: “the report”, “the ship’s log”, “shipping data”, “a copy seen by this paper”.",
    "**Nobody named**: “reportedly”, “it is said”.",
  ),
  rule("“He”, “she”, “the spokesman”"),
  paragraph(
    "Mark the pronoun or description that stands there as the source. Put the person’s name in *who is meant*.",
  ),
  rule("Said on"),
  paragraph(
    "The date of the saying, as exact as the text allows: a year, a month or a day. Do not guess.",
  ),
  rule("Manner"),
  paragraph(
    "*Direct* when all the content is quoted, *indirect* when none of it is, *mixed* when some of it is. A suggestion is made from the quotation marks; check it.",
  ),
  rule("Commitment: read from the cue to the content"),
  bullets(
    "**Asserts**: said, told, according to. “Said: we never opened it” asserts; the denying is in the content.",
    "**Confirms or concedes**: confirmed, admitted, acknowledged.",
    "**Denies**: denied that, rejected a report that.",
    "**Hedges**: suggested, estimated, believes.",
    "**Asks**: asked whether.",
    "**Demands or promises**: urged, called for, vowed.",
    "**Declines to comment**: would not say.",
    "**Reports**: reported, quoted as saying, reportedly.",
  ),
  rule("Several sources"),
  paragraph(
    "In one phrase they are one source: “*Several papers and a radio station* *reported*”. In different clauses each has an attribution of its own.",
  ),
  rule("One source, several cues"),
  paragraph(
    "“*The minister* *said* **no tanker had entered**, *accusing* **the institute of forgery**”: two attributions. Mark the words of the source in both.",
  ),
  paragraph(
    "Running on is different. In “he continued, adding” take the first cue only, and put all the content into one attribution.",
  ),
  rule("No link needed"),
  paragraph(
    "An attribution whose content holds no claim and no denial is complete without a link.",
  ),
];
