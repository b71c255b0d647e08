import type { RichTextBlock } from "../rich-text.ts";
import { bullets, example, paragraph, rule, section, steps } from "../rich-text.ts";

export const CLAIMS: readonly RichTextBlock[] = [
  section("Claims"),
  paragraph(
    "Mark words as a claim when they state something that evidence could support or refute. It does not matter whether the reporter states it or a source does.",
  ),
  rule("One claim for each statement"),
  paragraph(
    "Two facts in one clause are two claims if one could be true without the other. They may share words; a claim may stand in several pieces.",
  ),
  example("Lund Bay was closed in October 2029, when the accord took effect."),
  bullets(
    "“**Lund Bay was closed in October 2029**”",
    "“**in October 2029** … **the accord took effect**”",
  ),
  rule("What is not a claim"),
  bullets(
    "A question: “Who signed for the fuel?” If the text says who asks, that may be an attribution with the commitment *asks*.",
    "A demand, promise, thanks or name: “urged Vell to withdraw its request”, “vowed to defend them”, “thanked the sailors”, “what it called operational matters”. Each is an attribution if the project marks all attributions. Inside it, mark a claim only for a fact that is asserted.",
    "A fact that is only presupposed: “end the landing of fuel at night” takes the landing for granted. Leave it, unless the project’s scope says otherwise.",
    "Sarcastic praise: “It is the busiest closed harbour I have ever had the pleasure of watching.”",
    "A denial. The words of a denial are not tagged again as a claim.",
  ),
  rule("The charge behind a denial"),
  paragraph(
    "When a denial gives the only wording of a charge in the article, mark the denied words as a claim and let the denial point at it. When another sentence states the charge, point at that one instead.",
  ),
  example("He rejected a charge that **the ministry had ordered pilots to keep silent**."),
  rule("Negative claim or denial?"),
  paragraph(
    "It is a denial only if the text, or a linked article, shows the claim, charge, report or question that it answers. A negative statement that answers nobody is a claim.",
  ),
  bullets(
    "“**Orsin is not able to guard its own coast**”: a claim.",
    "“**There are no plans to sue the institute**”: a claim. Had the text said that he was asked about a suit, it would be a denial.",
  ),
  rule("Kind: the first that fits"),
  steps(
    "**Quotation**: that somebody said or wrote something, when this itself is the point at issue. “The minister has twice called the accord dead.”",
    "**Cause**: one thing brought about another. “The ship put in because her rudder had been damaged.”",
    "**Prediction**: what will be. “Inspectors will enter the harbour on 12 May.”",
    "**Position**: what somebody wants, intends or stands for. “Orsin intends to leave the accord.”",
    "**Number**: how many, how much, how often. “At least eleven tankers unloaded.” “More than a hundred lorries left the quay” is a number, not an event.",
    "**Event or property**: what happened, or what something is like. “The quay was repaired in February.”",
    "**Other**: none of these.",
  ),
  rule("Worth checking, and the wording"),
  paragraph(
    "*Worth checking* says whether readers would want to know if it is true and whether it can be found out: yes, no or unsure. *Normalised wording* is optional. Give it when the claim cannot be understood alone: “four ships” becomes “Four ships lay at Lund Bay in the last week of March 2031”.",
  ),
];
