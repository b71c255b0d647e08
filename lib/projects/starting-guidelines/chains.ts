import type { RichTextBlock } from "../rich-text.ts";
import { bullets, example, paragraph, rule, section } from "../rich-text.ts";

export const CHAINS: readonly RichTextBlock[] = [
  section("Reported speech and chains"),
  paragraph(
    "News often says that somebody said that somebody said. Give every voice that has words of its own in the text an attribution. Each attributes the next one in; only the innermost attributes the claim or the denial.",
  ),
  example(
    "The Karsholm Post reported that Mr Brekk had said that the minister denied having signed the order.",
  ),
  bullets(
    "*The Karsholm Post* / *reported* / **Mr Brekk had said that the minister denied having signed the order**: attributes the next attribution.",
    "*Mr Brekk* / *had said* / **the minister denied having signed the order**: attributes the next.",
    "*the minister* / *denied* / **having signed the order**: attributes the denial.",
    "Denial: “**denied having signed the order**”.",
  ),
  paragraph(
    "Quotations within quotations go the same way: the inner speaker has an attribution if the text gives that speaker words.",
  ),
  rule("One content, two voices"),
  paragraph(
    "“The Northern Wire, citing undisclosed sources, reported that ships had called”: two attributions with the same content. The outer one, *The Northern Wire* / *reported*, attributes the inner one, *undisclosed sources* / *citing*; the inner one attributes the claim.",
  ),
  rule("“Reported him as saying”"),
  paragraph(
    "“ORTA reported a captain as saying: ‘The bay was empty’”. The outer cue is “*reported*”, the inner one “*as saying*”. The captain is the inner source.",
  ),
  rule("A quotation that goes on in the next paragraph"),
  paragraph(
    "If it has neither source nor cue, it is a further piece of content of the attribution before it.",
  ),
  rule("A source that points back"),
  paragraph(
    "“Two tankers left. A third followed. A pilot told this to the Courier.” The content is the sentences pointed at. If it is unclear how far back that goes, take only the last one and set a doubt.",
  ),
  rule("Nobody said it"),
  paragraph(
    "“Reportedly”, “there are hints that”, “it was claimed that”: mark the cue, state the source as absent, and choose the source type *nobody named*.",
  ),
];
