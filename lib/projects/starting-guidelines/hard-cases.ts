import type { RichTextBlock } from "../rich-text.ts";
import { bullets, example, paragraph, rule, section } from "../rich-text.ts";

export const HARD_CASES: readonly RichTextBlock[] = [
  section("Hard cases"),
  rule("The writer has made a slip"),
  paragraph(
    "Mark what stands there, set a doubt, and say in its note what must be meant. Never mark what was meant.",
  ),
  example(
    "“Vell’s transport ministry has repeated that the harbour stands empty.” It must be Orsin’s. The source is still “*Vell’s transport ministry*”.",
  ),
  rule("Scare quotes and sneers"),
  paragraph(
    "Quotation marks alone make no attribution: in “its ‘experts’ have never set foot in Orsin” nobody is quoted. There must be a source or a cue. The words may still be a claim; the marks around “experts” stay in.",
  ),
  rule("Direct, indirect, and both"),
  paragraph(
    "A statement given twice in one article, once in the reporter’s words and once in the speaker’s, is two claims tied by *same claim*.",
  ),
  rule("Quick answers"),
  bullets(
    "“No comment.” Attribution, *declines to comment*.",
    "“That is a lie from a lying government.” Denial; *dismissal* if it calls the claim false, *evasion* if it only attacks.",
    "“The minister did not say whether …” This is the writer’s remark. No denial. A claim only if the scope cares what she left unsaid.",
    "“Was anybody in Karsholm told?” Nothing, unless somebody is said to ask.",
    "“Mr Tolm thanked the pilots.” Attribution if all attributions are marked, with no claim inside.",
    "“They may have unloaded.” A claim all the same; the attribution *hedges*.",
    "“The ministry has stopped repeating its denial.” A claim by the writer.",
    "“A tanker that is not there cannot be inspected.” A claim or a denial by what it answers; look at the question before it.",
  ),
];
