import type { RichTextBlock } from "../rich-text.ts";
import { bullets, example, paragraph, rule, section } from "../rich-text.ts";

export const BOUNDARIES: readonly RichTextBlock[] = [
  section("Boundaries"),
  paragraph("Mark the words that stand there, from the first that is needed to the last."),
  bullets(
    "**Claim and denial**: no quotation marks at the edge, no final punctuation, no “that”, no reporting words. A denial keeps its denying word.",
    "**Content of an attribution**: both quotation marks, when the whole of it is quoted. Without the comma before the cue, unless it stands inside the quotation marks. Without “that”.",
    "**Source**: with title, apposition and determiner: “*the ministry’s spokesman, Tomas Brekk*”; “*a harbour pilot, who asked not to be named*”.",
    "**Cue**: the verb with its auxiliaries and without adverbs: “*has denied*”, “*would not say*”, “*according to*”, “*as saying*”. One stretch, no gaps.",
  ),
  example(
    "“**We have never opened that harbour**,” said Tomas Brekk. The denial is bold.",
    "**“We have never opened that harbour,”** *said* *Tomas Brekk*. The content of the attribution is bold.",
  ),
  rule("Words broken by the cue"),
  paragraph(
    "Mark the pieces as pieces and leave the cue out: “**The pictures**, it said, **showed fuel being pumped ashore**”. This holds for claims and for content.",
  ),
  rule("The writer’s own words in somebody’s mouth"),
  paragraph(
    "A gloss that is a separate phrase is left out of the content: “**the institute**, a nest of spies, **forged its pictures**”. One that cannot be lifted out, such as “the so-called institute”, stays in; set a doubt.",
  ),
  rule("“Reportedly” is a cue"),
  paragraph(
    "Cut the adverb out of the content: “**The institute has** *reportedly* **received money from Vell**”.",
  ),
  rule("No overlap inside one mark"),
  paragraph(
    "Source, cue and content of one attribution never share a letter. Different marks may overlap as they like.",
  ),
];
