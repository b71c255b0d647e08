import type { DemoArticleMarks } from "../mark-types.ts";
import { content, cue, source } from "../segments.ts";
import { SUBMITTED } from "../standing.ts";

/** Finished by the annotator, and waiting for review. */
export const ELEVEN_TANKERS: DemoArticleMarks = {
  article: "eleven-tankers.html",
  work: [{ who: "annotator", state: "finished" }],
  marks: [
    {
      key: "lantern-headline",
      tag: "claim",
      segments: [content("Eleven tankers unloaded at closed harbour")],
      attributes: { kind: "number" },
      ...SUBMITTED,
    },
    {
      key: "lantern-headline-attribution",
      tag: "attribution",
      passage: "Eleven tankers unloaded at closed harbour, institute says",
      segments: [
        content("Eleven tankers unloaded at closed harbour"),
        source("institute"),
        cue("says"),
      ],
      attributes: {
        sourceType: "organisation",
        who: "Tidewatch Institute",
        manner: "indirect",
        commitment: "asserts",
      },
      ...SUBMITTED,
    },
    {
      key: "lantern-caption",
      tag: "claim",
      segments: [content("Three tankers lie alongside")],
      attributes: {
        kind: "number",
        worthChecking: "yes",
        wording:
          "Three tankers lay at the northern quay of Lund Bay on the night of 14 March 2031.",
      },
      ...SUBMITTED,
    },
    {
      key: "lantern-eleven",
      tag: "claim",
      segments: [
        content(
          "At least eleven tankers have unloaded fuel at the closed harbour of Lund Bay since the beginning of March",
        ),
      ],
      attributes: { kind: "number", worthChecking: "yes" },
      author: "annotator",
      state: "submitted",
      history: [
        {
          content: {
            tag: "claim",
            segments: [content("At least eleven tankers have unloaded fuel")],
            attributes: { kind: "number" },
          },
          end: { step: "recalled" },
        },
      ],
    },
    {
      key: "lantern-eleven-attribution",
      tag: "attribution",
      passage:
        "At least eleven tankers have unloaded fuel at the closed harbour of Lund Bay since the beginning of March, the Tidewatch Institute said",
      segments: [
        content(
          "At least eleven tankers have unloaded fuel at the closed harbour of Lund Bay since the beginning of March",
        ),
        source("the Tidewatch Institute"),
        cue("said"),
      ],
      attributes: {
        sourceType: "organisation",
        saidOn: "2031-04-27",
        manner: "indirect",
        commitment: "asserts",
      },
      ...SUBMITTED,
    },
    {
      key: "lantern-busiest-attribution",
      tag: "attribution",
      passage:
        "“It is the busiest closed harbour I have ever had the pleasure of watching,” said Sunniva Aske, the institute’s director",
      segments: [
        content("“It is the busiest closed harbour I have ever had the pleasure of watching,”"),
        cue("said"),
        source("Sunniva Aske, the institute’s director"),
      ],
      attributes: { sourceType: "named-person", manner: "direct", commitment: "asserts" },
      ...SUBMITTED,
    },
    {
      key: "lantern-grace",
      tag: "claim",
      segments: [content("it lay at the northern quay on 14 and 15 March")],
      attributes: {
        kind: "event",
        worthChecking: "yes",
        wording: "The Marisol Grace lay at the northern quay of Lund Bay on 14 and 15 March 2031.",
      },
      ...SUBMITTED,
    },
    {
      key: "lantern-grace-attribution",
      tag: "attribution",
      passage:
        "The report names the Marisol Grace, a tanker owned by Corvane Shipping, and says that it lay at the northern quay on 14 and 15 March",
      segments: [
        source("The report"),
        cue("says"),
        content("it lay at the northern quay on 14 and 15 March"),
      ],
      attributes: { sourceType: "document", manner: "indirect", commitment: "asserts" },
      ...SUBMITTED,
    },
    {
      key: "lantern-belongs",
      tag: "claim",
      segments: [content("The harbour belongs to Orsin")],
      attributes: { kind: "other", worthChecking: "no" },
      ...SUBMITTED,
    },
    {
      key: "lantern-shut",
      tag: "claim",
      // A no-break space stands between the first two words, as on the page.
      segments: [content("the\u00A0Meridian accord keeps it shut to trade")],
      attributes: { kind: "other", worthChecking: "no" },
      ...SUBMITTED,
    },
    {
      key: "lantern-fuel",
      tag: "claim",
      segments: [content("Fuel worth some 90 million crowns may have come ashore")],
      attributes: { kind: "number", worthChecking: "unsure" },
      ...SUBMITTED,
    },
    {
      key: "lantern-fuel-attribution",
      tag: "attribution",
      passage:
        "Fuel worth some 90 million crowns may have come ashore, estimated Pavel Ruun, an analyst at the institute",
      segments: [
        content("Fuel worth some 90 million crowns may have come ashore"),
        cue("estimated"),
        source("Pavel Ruun, an analyst at the institute"),
      ],
      attributes: { sourceType: "named-person", manner: "indirect", commitment: "hedges" },
      ...SUBMITTED,
    },
    {
      key: "lantern-known",
      tag: "claim",
      segments: [content("the Meridian Secretariat had known of the ships since March")],
      attributes: { kind: "event", worthChecking: "yes" },
      ...SUBMITTED,
    },
    {
      key: "lantern-known-attribution",
      tag: "attribution",
      passage:
        "Two people familiar with the inquiry said that the Meridian Secretariat had known of the ships since March",
      segments: [
        source("Two people familiar with the inquiry"),
        cue("said"),
        content("the Meridian Secretariat had known of the ships since March"),
      ],
      attributes: { sourceType: "unnamed-person", manner: "indirect", commitment: "asserts" },
      ...SUBMITTED,
    },
    {
      key: "lantern-declined",
      tag: "attribution",
      passage: "The secretariat would not discuss what it called operational matters",
      segments: [
        source("The secretariat"),
        cue("would not discuss"),
        content("what it called operational matters"),
      ],
      attributes: {
        sourceType: "organisation",
        who: "Meridian Secretariat",
        manner: "indirect",
        commitment: "declines",
      },
      ...SUBMITTED,
    },
    {
      key: "lantern-called",
      tag: "attribution",
      passage: "The secretariat would not discuss what it called operational matters",
      segments: [source("it"), cue("called"), content("operational matters")],
      attributes: {
        sourceType: "organisation",
        who: "Meridian Secretariat",
        manner: "indirect",
        commitment: "asserts",
      },
      doubt: "Is naming a thing enough for an attribution when nobody asked about the name?",
      ...SUBMITTED,
    },
    {
      key: "lantern-closed",
      tag: "claim",
      segments: [content("Lund Bay was closed to commercial ships in October 2029")],
      attributes: { kind: "event", worthChecking: "no" },
      ...SUBMITTED,
    },
    {
      key: "lantern-accord",
      tag: "claim",
      passage:
        "Lund Bay was closed to commercial ships in October 2029, when the accord took effect",
      segments: [content("in October 2029"), content("the accord took effect")],
      attributes: { kind: "event", worthChecking: "no" },
      ...SUBMITTED,
    },
    {
      key: "lantern-cranes",
      tag: "claim",
      segments: [content("The harbour’s cranes were working again by February")],
      attributes: { kind: "event", worthChecking: "yes" },
      ...SUBMITTED,
    },
    {
      key: "lantern-cranes-attribution",
      tag: "attribution",
      passage:
        "The harbour’s cranes were working again by February, satellite pictures in the report reveal",
      segments: [
        content("The harbour’s cranes were working again by February"),
        source("satellite pictures in the report"),
        cue("reveal"),
      ],
      attributes: { sourceType: "document", manner: "indirect", commitment: "asserts" },
      ...SUBMITTED,
    },
    {
      key: "lantern-no-answer",
      tag: "claim",
      segments: [content("Orsin’s government had not answered our questions by Sunday evening")],
      attributes: { kind: "event", worthChecking: "no" },
      ...SUBMITTED,
    },
  ],
};
