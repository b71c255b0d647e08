import type { DemoArticleMarks } from "../mark-types.ts";
import { content, cue, source } from "../segments.ts";
import { DRAFT, SUBMITTED } from "../standing.ts";

const ORDER =
  "A harbour order of 27 February bears the signature of Irena Valdas, Orsin's transport minister, two officials who have seen it said";
const CHAIN =
  "The *Karsholm Post* reported that Tomas Brekk, the ministry's spokesman, had said that the minister denied having signed the order";

/** Begun: a chain of three voices, one inside the other. */
export const SIGNATURE_ON_THE_ORDER: DemoArticleMarks = {
  article: "signature-on-the-order.md",
  work: [{ who: "annotator", state: "begun" }],
  marks: [
    {
      key: "mail-signature",
      tag: "claim",
      segments: [
        content(
          "A harbour order of 27 February bears the signature of Irena Valdas, Orsin's transport minister",
        ),
      ],
      attributes: { kind: "event", worthChecking: "yes" },
      ...SUBMITTED,
    },
    {
      key: "mail-signature-attribution",
      tag: "attribution",
      passage: ORDER,
      segments: [
        content(
          "A harbour order of 27 February bears the signature of Irena Valdas, Orsin's transport minister",
        ),
        source("two officials who have seen it"),
        cue("said"),
      ],
      attributes: {
        sourceType: "unnamed-person",
        saidOn: "2031-05-03",
        manner: "indirect",
        commitment: "asserts",
      },
      ...SUBMITTED,
    },
    {
      key: "mail-signed-denial",
      tag: "denial",
      segments: [content("denied having signed the order")],
      attributes: { form: "flat" },
      ...SUBMITTED,
    },
    {
      key: "mail-chain-minister",
      tag: "attribution",
      passage: CHAIN,
      segments: [source("the minister"), cue("denied"), content("having signed the order")],
      attributes: {
        sourceType: "named-person",
        who: "Irena Valdas",
        manner: "indirect",
        commitment: "denies",
      },
      ...SUBMITTED,
    },
    {
      key: "mail-chain-spokesman",
      tag: "attribution",
      passage: CHAIN,
      segments: [
        source("Tomas Brekk, the ministry's spokesman"),
        cue("had said"),
        content("the minister denied having signed the order"),
      ],
      attributes: { sourceType: "named-person", manner: "indirect", commitment: "asserts" },
      ...SUBMITTED,
    },
    {
      key: "mail-chain-outlet",
      tag: "attribution",
      passage: CHAIN,
      segments: [
        source("The *Karsholm Post*"),
        cue("reported"),
        content(
          "Tomas Brekk, the ministry's spokesman, had said that the minister denied having signed the order",
        ),
      ],
      attributes: {
        sourceType: "outlet",
        who: "Karsholm Post",
        manner: "indirect",
        commitment: "reports",
      },
      ...SUBMITTED,
    },
    {
      key: "mail-annex",
      tag: "claim",
      segments: [content('the minister had "no knowledge" of any annex')],
      attributes: { kind: "event", worthChecking: "unsure" },
      doubt: "Nobody in this article says that she knew of it, so a claim and no denial?",
      ...DRAFT,
    },
    {
      key: "mail-annex-attribution",
      tag: "attribution",
      passage: 'Ms Valdas\'s deputy, Olga Renn, said the minister had "no knowledge" of any annex',
      segments: [
        source("Ms Valdas's deputy, Olga Renn"),
        cue("said"),
        content('the minister had "no knowledge" of any annex'),
      ],
      attributes: { sourceType: "named-person", manner: "mixed", commitment: "asserts" },
      ...DRAFT,
    },
  ],
};
