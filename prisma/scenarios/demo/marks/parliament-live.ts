import type { DemoArticleMarks } from "../mark-types.ts";
import { content, cue, source } from "../segments.ts";
import { DRAFT, SUBMITTED, WITHDRAWN } from "../standing.ts";

const NOTHING = "There have been no ships, there has been no fuel";
const PAINTED =
  "Asked by our reporter whether the pictures of the northern quay are genuine, the ministry's spokesman, Tomas Brekk, replied: “Ask the people who painted them.”";
const DEAD =
  "President Anton Reyle's office has denied that he called the accord dead at a dinner last week, as the Ostmar Evening Mail had reported";
const SLIP = "Vell's transport ministry has repeated that the harbour stands empty";

/** Begun: mostly drafts, some already sent, one withdrawn. */
export const PARLIAMENT_LIVE: DemoArticleMarks = {
  article: "parliament-live.txt",
  work: [{ who: "annotator", state: "begun" }],
  marks: [
    {
      key: "live-inspectors",
      tag: "claim",
      segments: [content("The Meridian Secretariat will send inspectors to Lund Bay on 12 May")],
      attributes: { kind: "prediction", worthChecking: "yes" },
      ...SUBMITTED,
    },
    {
      key: "live-inspectors-attribution",
      tag: "attribution",
      passage:
        "The Meridian Secretariat will send inspectors to Lund Bay on 12 May, its chairman, Otto Lindqvar, has told the Lantern",
      segments: [
        content("The Meridian Secretariat will send inspectors to Lund Bay on 12 May"),
        source("its chairman, Otto Lindqvar"),
        cue("has told"),
      ],
      attributes: { sourceType: "named-person", manner: "indirect", commitment: "asserts" },
      ...SUBMITTED,
    },
    {
      key: "live-nothing",
      tag: "denial",
      segments: [content(NOTHING)],
      attributes: { form: "flat" },
      ...SUBMITTED,
    },
    {
      key: "live-no-inspectors",
      tag: "claim",
      segments: [content("there will be no inspectors")],
      attributes: { kind: "prediction", worthChecking: "yes" },
      ...SUBMITTED,
    },
    {
      key: "live-valdas-attribution",
      tag: "attribution",
      passage:
        "“There have been no ships, there has been no fuel and there will be no inspectors,” Irena Valdas tells the chamber",
      segments: [
        content(
          "“There have been no ships, there has been no fuel and there will be no inspectors,”",
        ),
        source("Irena Valdas"),
        cue("tells"),
      ],
      attributes: {
        sourceType: "named-person",
        saidOn: "2031-04-30",
        manner: "direct",
        commitment: "asserts",
      },
      ...SUBMITTED,
    },
    {
      key: "live-called",
      tag: "claim",
      segments: [content("tankers had called at Lund Bay")],
      attributes: { kind: "event", worthChecking: "yes" },
      ...DRAFT,
    },
    {
      key: "live-ashore",
      tag: "claim",
      segments: [content("fuel had come ashore")],
      attributes: { kind: "event", worthChecking: "yes" },
      ...DRAFT,
    },
    {
      key: "live-institute-attribution",
      tag: "attribution",
      passage:
        "the Tidewatch Institute said that tankers had called at Lund Bay and that fuel had come ashore",
      segments: [
        source("the Tidewatch Institute"),
        cue("said"),
        content("tankers had called at Lund Bay and that fuel had come ashore"),
      ],
      attributes: {
        sourceType: "organisation",
        saidOn: "2031-04-27",
        manner: "indirect",
        commitment: "asserts",
      },
      ...DRAFT,
    },
    {
      key: "live-everything",
      tag: "denial",
      segments: [content("denied everything")],
      attributes: { form: "flat" },
      ...DRAFT,
    },
    {
      key: "live-everything-attribution",
      tag: "attribution",
      passage: "the transport ministry in Karsholm denied everything",
      segments: [
        source("the transport ministry in Karsholm"),
        cue("denied"),
        content("everything"),
      ],
      attributes: {
        sourceType: "organisation",
        saidOn: "2031-04-29",
        manner: "indirect",
        commitment: "denies",
      },
      ...DRAFT,
    },
    {
      key: "live-genuine-question",
      tag: "attribution",
      passage: PAINTED,
      segments: [
        cue("Asked"),
        source("our reporter"),
        content("whether the pictures of the northern quay are genuine"),
      ],
      attributes: { sourceType: "outlet", manner: "indirect", commitment: "asks" },
      ...DRAFT,
    },
    {
      key: "live-painted",
      tag: "denial",
      segments: [content("Ask the people who painted them")],
      attributes: { form: "evasion" },
      ...DRAFT,
    },
    {
      key: "live-painted-attribution",
      tag: "attribution",
      passage: PAINTED,
      segments: [
        source("the ministry's spokesman, Tomas Brekk"),
        cue("replied"),
        content("“Ask the people who painted them.”"),
      ],
      attributes: { sourceType: "named-person", manner: "direct", commitment: "asserts" },
      ...DRAFT,
    },
    {
      key: "live-quay-direct",
      tag: "claim",
      segments: [content("The northern quay was repaired in February")],
      attributes: { kind: "event", worthChecking: "yes" },
      ...DRAFT,
    },
    {
      key: "live-quay-indirect",
      tag: "claim",
      segments: [content("the northern quay was repaired in February")],
      attributes: { kind: "event", worthChecking: "yes" },
      ...DRAFT,
    },
    {
      key: "live-laundry",
      tag: "claim",
      segments: [content("it could be a laundry list")],
      attributes: { kind: "other", worthChecking: "no" },
      ...WITHDRAWN,
    },
    {
      key: "live-dead-denial",
      tag: "denial",
      segments: [content("denied that he called the accord dead at a dinner last week")],
      attributes: { form: "flat" },
      ...DRAFT,
    },
    {
      key: "live-dead-office",
      tag: "attribution",
      passage: DEAD,
      segments: [
        source("President Anton Reyle's office"),
        cue("has denied"),
        content("he called the accord dead at a dinner last week"),
      ],
      attributes: { sourceType: "organisation", manner: "indirect", commitment: "denies" },
      ...DRAFT,
    },
    {
      key: "live-dead-mail",
      tag: "attribution",
      passage: DEAD,
      segments: [
        content("he called the accord dead at a dinner last week"),
        source("the Ostmar Evening Mail"),
        cue("had reported"),
      ],
      attributes: { sourceType: "outlet", manner: "indirect", commitment: "reports" },
      ...DRAFT,
    },
    {
      key: "live-dead-president",
      tag: "attribution",
      passage: "he called the accord dead",
      segments: [source("he"), cue("called"), content("the accord dead")],
      attributes: {
        sourceType: "named-person",
        who: "Anton Reyle",
        manner: "indirect",
        commitment: "asserts",
      },
      ...DRAFT,
    },
    {
      key: "live-slip-denial",
      tag: "denial",
      passage: SLIP,
      segments: [content("the harbour stands empty")],
      attributes: { form: "counter-claim" },
      doubt: "The text says Vell's ministry; Orsin's is surely meant. Marked as it stands.",
      ...DRAFT,
    },
    {
      key: "live-slip-attribution",
      tag: "attribution",
      passage: SLIP,
      segments: [
        source("Vell's transport ministry"),
        cue("has repeated"),
        content("the harbour stands empty"),
      ],
      attributes: { sourceType: "organisation", manner: "indirect", commitment: "asserts" },
      doubt: "The text says Vell's ministry; Orsin's is surely meant. Marked as it stands.",
      ...DRAFT,
    },
  ],
};
