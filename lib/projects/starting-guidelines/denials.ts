import type { RichTextBlock } from "../rich-text.ts";
import { bullets, example, paragraph, rule, section } from "../rich-text.ts";

export const DENIALS: readonly RichTextBlock[] = [
  section("Denials"),
  paragraph(
    "A denial answers somebody. Mark the denying words and what they deny; leave the source out, unless grammar puts it inside. A denial is a statement too, so it also has an attribution.",
  ),
  rule("A denial that is reported"),
  example("The ministry **denied that tankers had used Lund Bay**."),
  paragraph(
    "The denial begins at the denying word. The attribution has the cue “denied” and the commitment *denies*; it attributes the denial. The denial denies the claim.",
  ),
  rule("A denial in the speaker’s own words"),
  example("“**We have never opened that harbour**,” said Tomas Brekk."),
  paragraph(
    "The denial is the clause itself. The attribution has the cue “said”, so its commitment is *asserts*.",
  ),
  rule("The form"),
  bullets(
    "**Flat denial**: it is not so. “There was no such letter.”",
    "**Partial denial**: some of it is so, some is not. “The ship entered the bay but unloaded nothing”: deny only “the ship … unloaded nothing”.",
    "**Counter-claim**: another account of the same facts. “Those pictures are old.”",
    "**Dismissal**: false or groundless, without more. “Reports that Orsin will leave the accord are untrue.”",
    "**Evasion**: attacks or sidesteps without denying. “Ask the people who painted them.”",
  ),
  rule("When the denied words have a claimant"),
  example("The ministry denied the institute’s claims that ships had called."),
  paragraph(
    "There are two voices and so two attributions: *The ministry* / *denied* / **the institute’s claims that ships had called**, and *the institute’s* / *claims* / **ships had called**. The first attributes the denial, the second the claim.",
  ),
  rule("Denying a denial, and denying having said"),
  bullets(
    "“**Their denial is false**,” said Ms Dorn. The link runs from this denial to the first one.",
    "The president’s office **denied that he had called the accord dead**. What is rejected is the saying: the link runs to the attribution *he* / *called* / **the accord dead**.",
  ),
  rule("Denying everything"),
  paragraph(
    "“The ministry **denied everything**” is one denial. Link it to each charge in the passage. If they cannot be listed, say “all” in a note.",
  ),
  rule("Declining to answer is not denying"),
  paragraph(
    "“Declined to comment”, “would not say”, “wouldn’t specify”: an attribution alone, with the commitment *declines to comment*. Its content may be missing; then state it as absent.",
  ),
  rule("Attacking the accuser"),
  paragraph(
    "“Reckless lies from a hostile neighbour” is a denial of the form *evasion* if it answers a claim. If it answers nothing, it is an attribution and no more.",
  ),
  rule("“Groundless”, in a word"),
  paragraph(
    "A single word such as “baseless” beside a denial belongs to that denial. It becomes a denial of its own only if that source has no other in the sentence.",
  ),
];
