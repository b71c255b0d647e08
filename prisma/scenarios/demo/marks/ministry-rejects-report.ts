import type { DemoArticleMarks } from "../mark-types.ts";
import { content, cue, source } from "../segments.ts";
import { APPROVED } from "../standing.ts";

const HEADLINE = "Ministry rejects report that tankers called at closed port";
const SILENCE =
  "Mr Brekk also rejected a charge that the ministry had ordered pilots to keep silent";
const INSPECTION = "Ms Dorn said Vell had already asked the Meridian Secretariat for an inspection";

/** Fully done: every mark approved. */
export const MINISTRY_REJECTS_REPORT: DemoArticleMarks = {
  article: "ministry-rejects-report.txt",
  work: [{ who: "annotator", state: "finished" }],
  marks: [
    {
      key: "courier-headline-denial",
      tag: "denial",
      segments: [content("rejects report that tankers called at closed port")],
      attributes: { form: "flat" },
      ...APPROVED,
    },
    {
      key: "courier-headline-attribution",
      tag: "attribution",
      passage: HEADLINE,
      segments: [
        source("Ministry"),
        cue("rejects"),
        content("report that tankers called at closed port"),
      ],
      attributes: {
        sourceType: "organisation",
        who: "Transport ministry of Orsin",
        manner: "indirect",
        commitment: "denies",
      },
      ...APPROVED,
    },
    {
      key: "courier-denial",
      tag: "denial",
      segments: [
        content("denied that tankers under foreign flags had used the closed harbour of Lund Bay"),
      ],
      attributes: { form: "flat" },
      ...APPROVED,
      history: [
        {
          content: {
            tag: "denial",
            segments: [
              content(
                "Orsin’s transport ministry on Tuesday denied that tankers under foreign flags had used the closed harbour of Lund Bay",
              ),
            ],
            attributes: { form: "flat" },
          },
          end: {
            step: "rejected",
            by: "reviewer",
            reason: "wrong-boundary",
            comment: "The source stays outside a denial. Begin at “denied”.",
          },
        },
      ],
    },
    {
      key: "courier-denial-attribution",
      tag: "attribution",
      passage:
        "Orsin’s transport ministry on Tuesday denied that tankers under foreign flags had used the closed harbour of Lund Bay",
      segments: [
        source("Orsin’s transport ministry"),
        cue("denied"),
        content("tankers under foreign flags had used the closed harbour of Lund Bay"),
      ],
      attributes: {
        sourceType: "organisation",
        saidOn: "2031-04-29",
        manner: "indirect",
        commitment: "denies",
      },
      ...APPROVED,
    },
    {
      key: "courier-eleven",
      tag: "claim",
      segments: [
        content("at least eleven tankers had unloaded fuel there since the beginning of March"),
      ],
      attributes: {
        kind: "number",
        worthChecking: "yes",
        wording:
          "At least eleven tankers unloaded fuel at Lund Bay between 1 March and 27 April 2031.",
      },
      ...APPROVED,
    },
    {
      key: "courier-eleven-attribution",
      tag: "attribution",
      passage:
        "the Tidewatch Institute said that at least eleven tankers had unloaded fuel there since the beginning of March",
      segments: [
        source("the Tidewatch Institute"),
        cue("said"),
        content("at least eleven tankers had unloaded fuel there since the beginning of March"),
      ],
      attributes: {
        sourceType: "organisation",
        saidOn: "2031-04-27",
        manner: "indirect",
        commitment: "asserts",
      },
      ...APPROVED,
    },
    {
      key: "courier-never-opened",
      tag: "denial",
      segments: [content("We have never opened that harbour")],
      attributes: { form: "flat" },
      ...APPROVED,
    },
    {
      key: "courier-old-pictures",
      tag: "denial",
      segments: [content("Those pictures are old")],
      attributes: { form: "counter-claim" },
      author: "annotator",
      state: "approved",
      review: {
        decision: "approve",
        by: "reviewer",
        comment: "Good eye: it answers the report with another account, so it is a denial.",
      },
    },
    {
      key: "courier-brekk-attribution",
      tag: "attribution",
      passage:
        "“We have never opened that harbour,” said Tomas Brekk, the ministry’s spokesman. “Those pictures are old.”",
      segments: [
        content("“We have never opened that harbour,”"),
        cue("said"),
        source("Tomas Brekk, the ministry’s spokesman"),
        content("“Those pictures are old.”"),
      ],
      attributes: { sourceType: "named-person", manner: "direct", commitment: "asserts" },
      ...APPROVED,
    },
    {
      key: "courier-forty",
      tag: "claim",
      passage:
        "The institute, a research group in Port Amity, had published forty satellite pictures with its report",
      segments: [
        content("The institute"),
        content("had published forty satellite pictures with its report"),
      ],
      attributes: { kind: "number", worthChecking: "no" },
      ...APPROVED,
    },
    {
      key: "courier-nine-nights",
      tag: "claim",
      passage: "The pictures, it said, showed fuel being pumped ashore on nine nights",
      segments: [
        content("The pictures"),
        content("showed fuel being pumped ashore on nine nights"),
      ],
      attributes: { kind: "number", worthChecking: "yes" },
      ...APPROVED,
    },
    {
      key: "courier-nine-nights-attribution",
      tag: "attribution",
      passage: "The pictures, it said, showed fuel being pumped ashore on nine nights",
      segments: [
        content("The pictures"),
        source("it"),
        cue("said"),
        content("showed fuel being pumped ashore on nine nights"),
      ],
      attributes: {
        sourceType: "organisation",
        who: "Tidewatch Institute",
        manner: "indirect",
        commitment: "asserts",
      },
      ...APPROVED,
    },
    {
      key: "courier-closed",
      tag: "claim",
      segments: [content("Lund Bay was closed to trade in 2029 under the Meridian accord")],
      attributes: { kind: "event", worthChecking: "no" },
      ...APPROVED,
    },
    {
      key: "courier-dorn-denial",
      tag: "denial",
      segments: [content("Their denial is false")],
      attributes: { form: "dismissal" },
      ...APPROVED,
    },
    {
      key: "courier-dorn-attribution",
      tag: "attribution",
      passage: "“Their denial is false,” she said. “Either the lights were on or they were not.”",
      segments: [
        content("“Their denial is false,”"),
        source("she"),
        cue("said"),
        content("“Either the lights were on or they were not.”"),
      ],
      attributes: {
        sourceType: "named-person",
        who: "Helle Dorn",
        manner: "direct",
        commitment: "asserts",
      },
      ...APPROVED,
    },
    {
      key: "courier-inspection",
      tag: "claim",
      segments: [content("Vell had already asked the Meridian Secretariat for an inspection")],
      attributes: { kind: "event", worthChecking: "yes" },
      ...APPROVED,
    },
    {
      key: "courier-inspection-attribution",
      tag: "attribution",
      passage: INSPECTION,
      segments: [
        source("Ms Dorn"),
        cue("said"),
        content("Vell had already asked the Meridian Secretariat for an inspection"),
      ],
      attributes: {
        sourceType: "named-person",
        who: "Helle Dorn",
        manner: "indirect",
        commitment: "asserts",
      },
      ...APPROVED,
    },
    {
      key: "courier-filed",
      tag: "claim",
      segments: [content("The request was filed on Monday")],
      attributes: {
        kind: "event",
        worthChecking: "yes",
        wording: "Vell asked the Meridian Secretariat for an inspection on 28 April 2031.",
      },
      author: "reviewer",
      state: "approved",
      review: { decision: "approve", by: "manager" },
    },
    {
      key: "courier-filed-attribution",
      tag: "attribution",
      passage: "The request was filed on Monday, according to a copy seen by the Vell Courier",
      segments: [
        content("The request was filed on Monday"),
        cue("according to"),
        source("a copy seen by the Vell Courier"),
      ],
      attributes: { sourceType: "document", manner: "indirect", commitment: "asserts" },
      author: "reviewer",
      state: "approved",
      review: { decision: "approve", by: "manager" },
    },
    {
      key: "courier-four",
      tag: "claim",
      segments: [
        content("he had counted four ships at the northern quay in the last week of March"),
      ],
      attributes: { kind: "event", worthChecking: "yes" },
      author: "annotator",
      state: "approved",
      review: {
        decision: "correct",
        by: "reviewer",
        comment: "The kinds are tried in order, and number comes before event.",
        corrected: {
          tag: "claim",
          segments: [
            content("he had counted four ships at the northern quay in the last week of March"),
          ],
          attributes: { kind: "number", worthChecking: "yes" },
        },
      },
    },
    {
      key: "courier-four-attribution",
      tag: "attribution",
      passage:
        "A harbour pilot, who asked not to be named because he fears for his licence, told the Courier that he had counted four ships at the northern quay in the last week of March",
      segments: [
        source("A harbour pilot, who asked not to be named because he fears for his licence"),
        cue("told"),
        content("he had counted four ships at the northern quay in the last week of March"),
      ],
      attributes: { sourceType: "unnamed-person", manner: "indirect", commitment: "asserts" },
      ...APPROVED,
    },
    {
      key: "courier-declined",
      tag: "attribution",
      passage: "The ministry declined to comment on the nights in question",
      segments: [source("The ministry"), cue("declined to comment")],
      absent: ["content"],
      attributes: { sourceType: "organisation", commitment: "declines" },
      ...APPROVED,
    },
    {
      key: "courier-silence",
      tag: "claim",
      segments: [content("the ministry had ordered pilots to keep silent")],
      attributes: { kind: "event", worthChecking: "yes" },
      ...APPROVED,
    },
    {
      key: "courier-silence-denial",
      tag: "denial",
      segments: [content("rejected a charge that the ministry had ordered pilots to keep silent")],
      attributes: { form: "flat" },
      ...APPROVED,
    },
    {
      key: "courier-silence-attribution",
      tag: "attribution",
      passage: SILENCE,
      segments: [
        source("Mr Brekk"),
        cue("rejected"),
        content("a charge that the ministry had ordered pilots to keep silent"),
      ],
      attributes: {
        sourceType: "named-person",
        who: "Tomas Brekk",
        manner: "indirect",
        commitment: "denies",
      },
      ...APPROVED,
    },
    {
      key: "courier-letter-denial",
      tag: "denial",
      segments: [content("There was no such letter")],
      attributes: { form: "flat" },
      ...APPROVED,
    },
    {
      key: "courier-letter-attribution",
      tag: "attribution",
      passage: "“There was no such letter,” he said",
      segments: [content("“There was no such letter,”"), source("he"), cue("said")],
      attributes: {
        sourceType: "named-person",
        who: "Tomas Brekk",
        manner: "direct",
        commitment: "asserts",
      },
      ...APPROVED,
    },
  ],
};
