import type { DemoArticleMarks } from "../mark-types.ts";
import { content, cue, source } from "../segments.ts";
import { APPROVED, SUBMITTED } from "../standing.ts";

const FIRST =
  "Corvane Shipping said on Thursday that its tanker Marisol Grace had entered Lund Bay in March to escape a storm but had unloaded nothing";
const HEADLINE = "Shipowner: tanker sheltered from storm, did not unload";

/** In the middle of review: some marks decided, others waiting. */
export const SHIPOWNER_SHELTER: DemoArticleMarks = {
  article: "shipowner-shelter.txt",
  work: [{ who: "annotator", state: "finished" }],
  marks: [
    {
      key: "daily-headline",
      tag: "claim",
      segments: [content("tanker sheltered from storm")],
      attributes: { kind: "event" },
      ...SUBMITTED,
    },
    {
      key: "daily-headline-denial",
      tag: "denial",
      passage: HEADLINE,
      segments: [content("tanker"), content("did not unload")],
      attributes: { form: "partial" },
      ...SUBMITTED,
    },
    {
      key: "daily-headline-attribution",
      tag: "attribution",
      passage: HEADLINE,
      segments: [source("Shipowner"), content("tanker sheltered from storm, did not unload")],
      absent: ["cue"],
      attributes: {
        sourceType: "organisation",
        who: "Corvane Shipping",
        manner: "indirect",
        commitment: "asserts",
      },
      ...SUBMITTED,
    },
    {
      key: "daily-entered",
      tag: "claim",
      segments: [
        content("its tanker Marisol Grace had entered Lund Bay in March to escape a storm"),
      ],
      attributes: {
        kind: "event",
        worthChecking: "yes",
        wording: "The Marisol Grace entered Lund Bay in March 2031 to escape a storm.",
      },
      ...APPROVED,
    },
    {
      key: "daily-partial-denial",
      tag: "denial",
      passage: FIRST,
      segments: [content("its tanker Marisol Grace"), content("had unloaded nothing")],
      attributes: { form: "partial" },
      author: "annotator",
      state: "approved",
      review: {
        decision: "approve",
        by: "manager",
        comment: "Partial: it admits the visit and denies the unloading.",
      },
    },
    {
      key: "daily-corvane-attribution",
      tag: "attribution",
      passage: FIRST,
      segments: [
        source("Corvane Shipping"),
        cue("said"),
        content(
          "its tanker Marisol Grace had entered Lund Bay in March to escape a storm but had unloaded nothing",
        ),
      ],
      attributes: {
        sourceType: "organisation",
        saidOn: "2031-05-01",
        manner: "indirect",
        commitment: "asserts",
      },
      ...APPROVED,
    },
    {
      key: "daily-there",
      tag: "claim",
      segments: [content("She was there, yes")],
      attributes: { kind: "event" },
      author: "annotator",
      state: "approved",
      review: {
        decision: "correct",
        by: "reviewer",
        comment: "“Yes” states nothing of its own.",
        corrected: {
          tag: "claim",
          segments: [content("She was there")],
          attributes: { kind: "event" },
        },
      },
    },
    {
      key: "daily-there-attribution",
      tag: "attribution",
      passage: "“She was there, yes\", the company's chief executive, Émile Cáradec, conceded",
      segments: [
        content('“She was there, yes"'),
        source("the company's chief executive, Émile Cáradec"),
        cue("conceded"),
      ],
      attributes: { sourceType: "named-person", manner: "direct", commitment: "confirms" },
      ...APPROVED,
    },
    {
      key: "daily-litre-denial",
      tag: "denial",
      segments: [content("Nothing was pumped ashore, not one litre")],
      attributes: { form: "flat" },
      ...SUBMITTED,
    },
    {
      key: "daily-litre-attribution",
      tag: "attribution",
      passage: "«Nothing was pumped ashore, not one litre”, he said",
      segments: [content("«Nothing was pumped ashore, not one litre”"), source("he"), cue("said")],
      attributes: {
        sourceType: "named-person",
        who: "Émile Cáradec",
        manner: "direct",
        commitment: "asserts",
      },
      ...SUBMITTED,
    },
    {
      key: "daily-rudder",
      tag: "claim",
      segments: [content("the ship put in because her rudder had been damaged")],
      attributes: { kind: "cause", worthChecking: "yes" },
      ...SUBMITTED,
    },
    {
      key: "daily-rudder-attribution",
      tag: "attribution",
      passage: "Corvane says that the ship put in because her rudder had been damaged",
      segments: [
        source("Corvane"),
        cue("says"),
        content("the ship put in because her rudder had been damaged"),
      ],
      attributes: { sourceType: "organisation", manner: "indirect", commitment: "asserts" },
      ...SUBMITTED,
    },
    {
      key: "daily-gale",
      tag: "claim",
      segments: [content("a wind of force nine on the night of 14 March")],
      attributes: { kind: "number", worthChecking: "yes" },
      ...SUBMITTED,
    },
    {
      key: "daily-gale-attribution",
      tag: "attribution",
      passage:
        "The ship's log, of which the Business Daily has a copy, records a wind of force nine on the night of 14 March",
      segments: [
        source("The ship's log, of which the Business Daily has a copy"),
        cue("records"),
        content("a wind of force nine on the night of 14 March"),
      ],
      attributes: { sourceType: "document", manner: "indirect", commitment: "asserts" },
      ...SUBMITTED,
    },
    {
      key: "daily-breeze",
      tag: "claim",
      segments: [content("a light breeze")],
      attributes: {
        kind: "event",
        worthChecking: "yes",
        wording: "There was only a light breeze off Lund Bay on the night of 14 March 2031.",
      },
      ...SUBMITTED,
    },
    {
      key: "daily-breeze-attribution",
      tag: "attribution",
      passage: "The coast guard in Vell, sixty kilometres away, measured a light breeze",
      segments: [
        source("The coast guard in Vell, sixty kilometres away"),
        cue("measured"),
        content("a light breeze"),
      ],
      attributes: { sourceType: "organisation", manner: "indirect", commitment: "asserts" },
      ...SUBMITTED,
    },
    {
      key: "daily-no-suit",
      tag: "claim",
      segments: [content("There are no plans to sue the institute")],
      attributes: { kind: "position", worthChecking: "no" },
      ...SUBMITTED,
    },
    {
      key: "daily-no-suit-attribution",
      tag: "attribution",
      passage: "There are no plans to sue the institute, Mr Cáradec said",
      segments: [
        content("There are no plans to sue the institute"),
        source("Mr Cáradec"),
        cue("said"),
      ],
      attributes: {
        sourceType: "named-person",
        who: "Émile Cáradec",
        manner: "indirect",
        commitment: "asserts",
      },
      ...SUBMITTED,
    },
    {
      key: "daily-declined",
      tag: "attribution",
      passage: "He declined to say who had chartered the ship",
      segments: [source("He"), cue("declined to say"), content("who had chartered the ship")],
      attributes: {
        sourceType: "named-person",
        who: "Émile Cáradec",
        manner: "indirect",
        commitment: "declines",
      },
      ...SUBMITTED,
    },
    {
      key: "daily-broker-attribution",
      tag: "attribution",
      passage:
        '"If there was a storm, somebody should have told the sea,\' a broker in Karsholm said with a smile. "I\'ve read a lot of logs. That one is very tidy."',
      segments: [
        content("\"If there was a storm, somebody should have told the sea,'"),
        source("a broker in Karsholm"),
        cue("said"),
        content('"I\'ve read a lot of logs. That one is very tidy."'),
      ],
      attributes: { sourceType: "unnamed-person", manner: "direct", commitment: "asserts" },
      ...SUBMITTED,
    },
  ],
  missed: [
    {
      quote: "it had received no claim for damage to the Marisol Grace",
      by: "manager",
      annotator: "annotator",
      comment: "A claim, and the insurer's attribution with it: the cue “confirmed” confirms.",
    },
  ],
};
