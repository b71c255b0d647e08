import type { RichTextBlock } from "../rich-text.ts";
import { bullets, example, paragraph, rule, section } from "../rich-text.ts";

export const LINKS: readonly RichTextBlock[] = [
  section("Links"),
  paragraph("A link ties two marks, in one article or across two. Read it in its direction."),
  bullets(
    "**Denies**: from a denial to the claim, denial or attribution that it rejects. A denial may wait for its target.",
    "**Attributes**: from an attribution to the claim, denial or attribution in its content. It goes one step inwards at a time, to as many marks as the content holds.",
    "**Same claim**: between two claims that one verdict would settle. It has no direction.",
    "**Narrows**: from a claim to a wider one, to which it adds a number, a date or a part.",
    "**Contradicts**: between two claims that cannot both be so. It has no direction.",
  ),
  rule("When is it the same claim?"),
  paragraph(
    "The same actors, the same act, the same time and the same amount. The test: would one verdict settle both? Then other words do not matter, nor does another article.",
  ),
  example(
    "“Eleven tankers unloaded at closed harbour” and “at least eleven tankers have unloaded fuel at Lund Bay since March”: same claim.",
    "“Ships called at Lund Bay last autumn” and “eleven tankers unloaded in March”: not the same claim.",
    "“The request was filed on Monday” narrows “Vell has asked for an inspection”.",
    "“The cranes were dismantled in 2030” contradicts “the cranes were working again in February 2031”.",
  ),
  rule("Contradiction or denial?"),
  paragraph(
    "A denial answers a claim. Two claims that merely cannot both be so, such as the ship’s log and the weather service, contradict each other.",
  ),
];
