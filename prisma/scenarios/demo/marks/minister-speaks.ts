import type { DemoArticleMarks } from "../mark-types.ts";
import { content, cue, source } from "../segments.ts";
import { APPROVED, SUBMITTED } from "../standing.ts";

const FIRST =
  "Transport Minister Irena Valdas said on Wednesday that no tanker had entered Lund Bay this year, accusing the Tidewatch Institute of forging its pictures on orders from Ostmar";
const LEAVE =
  "Reports that Orsin intends to leave the Meridian accord are untrue, the ministry said";
const ADMIT = "She would not say whether foreign inspectors would be admitted to the harbour";
const MONEY = "The so-called institute has reportedly received money from the government of Vell";

/** Reopened: three marks came back to the annotator, and the reviewer found words that were missed. */
export const MINISTER_SPEAKS: DemoArticleMarks = {
  article: "minister-speaks.txt",
  work: [{ who: "annotator", state: "reopened" }],
  marks: [
    {
      key: "orta-no-tanker",
      tag: "denial",
      segments: [content("no tanker had entered Lund Bay this year")],
      attributes: { form: "flat" },
      ...APPROVED,
    },
    {
      key: "orta-no-tanker-attribution",
      tag: "attribution",
      passage: FIRST,
      segments: [
        source("Transport Minister Irena Valdas"),
        cue("said"),
        content("no tanker had entered Lund Bay this year"),
      ],
      attributes: {
        sourceType: "named-person",
        saidOn: "2031-04-30",
        manner: "indirect",
        commitment: "asserts",
      },
      ...APPROVED,
    },
    {
      key: "orta-forging",
      tag: "denial",
      segments: [
        content("accusing the Tidewatch Institute of forging its pictures on orders from Ostmar"),
      ],
      attributes: { form: "evasion" },
      author: "annotator",
      state: "approved",
      review: {
        decision: "correct",
        by: "reviewer",
        comment:
          "She does not only attack the institute: forged pictures are another account of the same facts.",
        corrected: {
          tag: "denial",
          segments: [
            content(
              "accusing the Tidewatch Institute of forging its pictures on orders from Ostmar",
            ),
          ],
          attributes: { form: "counter-claim" },
        },
      },
    },
    {
      key: "orta-forging-attribution",
      tag: "attribution",
      passage: FIRST,
      segments: [
        cue("accusing"),
        content("the Tidewatch Institute of forging its pictures on orders from Ostmar"),
      ],
      absent: ["source"],
      attributes: { sourceType: "nobody", manner: "indirect", commitment: "asserts" },
      author: "annotator",
      state: "rejected",
      review: {
        decision: "reject",
        by: "reviewer",
        reason: "missing-source",
        comment:
          "“Accusing” has a source: the minister, at the head of the sentence. One source with several cues is marked again for each.",
      },
    },
    {
      key: "orta-barrel",
      tag: "denial",
      segments: [content('"Not one ship, not one barrel,"')],
      attributes: { form: "flat" },
      author: "annotator",
      state: "rejected",
      review: {
        decision: "reject",
        by: "reviewer",
        reason: "wrong-boundary",
        comment:
          "Quotation marks belong to the content of the attribution, not to the denial. The comma goes as well.",
      },
    },
    {
      key: "orta-barrel-attribution",
      tag: "attribution",
      passage: '"Not one ship, not one barrel," the minister told journalists',
      segments: [content('"Not one ship, not one barrel,"'), source("the minister"), cue("told")],
      attributes: {
        sourceType: "named-person",
        who: "Irena Valdas",
        saidOn: "2031-04-30",
        manner: "direct",
        commitment: "asserts",
      },
      ...APPROVED,
    },
    {
      key: "orta-cranes",
      tag: "claim",
      segments: [content("the harbour's cranes had been dismantled in 2030")],
      attributes: { kind: "event", worthChecking: "yes" },
      ...APPROVED,
    },
    {
      key: "orta-cranes-attribution",
      tag: "attribution",
      passage: "She said the harbour's cranes had been dismantled in 2030",
      segments: [
        source("She"),
        cue("said"),
        content("the harbour's cranes had been dismantled in 2030"),
      ],
      attributes: {
        sourceType: "named-person",
        who: "Irena Valdas",
        manner: "indirect",
        commitment: "asserts",
      },
      ...APPROVED,
    },
    {
      key: "orta-leave",
      tag: "claim",
      segments: [content("Orsin intends to leave the Meridian accord")],
      attributes: { kind: "position", worthChecking: "yes" },
      ...APPROVED,
    },
    {
      key: "orta-leave-reports",
      tag: "attribution",
      passage: LEAVE,
      segments: [cue("Reports"), content("Orsin intends to leave the Meridian accord")],
      absent: ["source"],
      attributes: { sourceType: "nobody", manner: "indirect", commitment: "reports" },
      ...APPROVED,
    },
    {
      key: "orta-leave-denial",
      tag: "denial",
      segments: [content("Reports that Orsin intends to leave the Meridian accord are untrue")],
      attributes: { form: "dismissal" },
      ...APPROVED,
    },
    {
      key: "orta-leave-attribution",
      tag: "attribution",
      passage: LEAVE,
      segments: [
        content("Reports that Orsin intends to leave the Meridian accord are untrue"),
        source("the ministry"),
        cue("said"),
      ],
      attributes: {
        sourceType: "organisation",
        who: "Transport ministry of Orsin",
        manner: "indirect",
        commitment: "asserts",
      },
      author: "annotator",
      state: "submitted",
      history: [
        {
          content: {
            tag: "attribution",
            passage: LEAVE,
            segments: [
              content("Reports that Orsin intends to leave the Meridian accord are untrue"),
              source("the ministry"),
              cue("said"),
            ],
            attributes: {
              sourceType: "organisation",
              who: "Transport ministry of Orsin",
              manner: "indirect",
              commitment: "asserts",
            },
          },
          end: {
            step: "approved and reopened",
            by: "reviewer",
            comment:
              "Approved too soon: is the transport ministry meant, or the foreign ministry? To look at again.",
          },
        },
      ],
    },
    {
      key: "orta-urged",
      tag: "attribution",
      passage: "Ms Valdas urged Vell to withdraw its request for an inspection",
      segments: [
        source("Ms Valdas"),
        cue("urged"),
        content("Vell to withdraw its request for an inspection"),
      ],
      attributes: {
        sourceType: "named-person",
        who: "Irena Valdas",
        manner: "indirect",
        commitment: "demands",
      },
      ...APPROVED,
    },
    {
      key: "orta-admit",
      tag: "denial",
      passage: ADMIT,
      segments: [
        content("would not say whether foreign inspectors would be admitted to the harbour"),
      ],
      attributes: { form: "evasion" },
      author: "annotator",
      state: "rejected",
      review: {
        decision: "reject",
        by: "reviewer",
        reason: "wrong-tag",
        comment:
          "Declining to answer denies nothing. Mark an attribution with the commitment “declines to comment”.",
      },
    },
    {
      key: "orta-lost-work",
      tag: "claim",
      segments: [content("214 people lost their work when the harbour was shut")],
      attributes: { kind: "number", worthChecking: "unsure" },
      ...SUBMITTED,
    },
    {
      key: "orta-lost-work-attribution",
      tag: "attribution",
      passage: "According to the ministry, 214 people lost their work when the harbour was shut",
      segments: [
        cue("According to"),
        source("the ministry"),
        content("214 people lost their work when the harbour was shut"),
      ],
      attributes: {
        sourceType: "organisation",
        who: "Transport ministry of Orsin",
        manner: "indirect",
        commitment: "asserts",
      },
      ...SUBMITTED,
    },
    {
      key: "orta-money",
      tag: "claim",
      passage: MONEY,
      segments: [
        content("The so-called institute has"),
        content("received money from the government of Vell"),
      ],
      attributes: { kind: "event", worthChecking: "yes" },
      doubt: "“So-called” is the writer's gloss, but it cannot be cut out of the sentence.",
      ...SUBMITTED,
    },
    {
      key: "orta-money-attribution",
      tag: "attribution",
      passage: MONEY,
      segments: [
        content("The so-called institute has"),
        cue("reportedly"),
        content("received money from the government of Vell"),
      ],
      absent: ["source"],
      attributes: { sourceType: "nobody", manner: "indirect", commitment: "reports" },
      doubt: "“So-called” is the writer's gloss, but it cannot be cut out of the sentence.",
      ...SUBMITTED,
    },
  ],
  missed: [
    {
      quote: 'its "experts" have never set foot in Orsin',
      by: "reviewer",
      annotator: "annotator",
      comment: "A claim of its own: it could be true without the money. The scare quotes stay in.",
    },
    {
      quote: "the minister recalled that Orsin had kept to every line of it",
      by: "reviewer",
      annotator: "annotator",
      comment: "A claim and its attribution are missing here.",
    },
  ],
};
