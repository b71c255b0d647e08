import type { DemoArticleMarks } from "../mark-types.ts";
import { content, cue, source } from "../segments.ts";

const NUMBER =
  "at least eleven tankers, it says, unloaded fuel at the northern quay between 1 March and 20 April";

/** Begun by the manager; the reviewer decides on the manager's marks. */
export const WHAT_THE_HARBOUR_SHOWS: DemoArticleMarks = {
  article: "what-the-harbour-shows.txt",
  work: [{ who: "manager", state: "begun" }],
  marks: [
    {
      key: "review-eleven",
      tag: "claim",
      passage: NUMBER,
      segments: [
        content("at least eleven tankers"),
        content("unloaded fuel at the northern quay between 1 March and 20 April"),
      ],
      attributes: { kind: "number", worthChecking: "yes" },
      author: "manager",
      state: "approved",
      review: { decision: "approve", by: "reviewer" },
    },
    {
      key: "review-eleven-attribution",
      tag: "attribution",
      passage: NUMBER,
      segments: [
        content("at least eleven tankers"),
        source("it"),
        cue("says"),
        content("unloaded fuel at the northern quay between 1 March and 20 April"),
      ],
      attributes: {
        sourceType: "organisation",
        who: "Tidewatch Institute",
        manner: "indirect",
        commitment: "asserts",
      },
      author: "manager",
      state: "approved",
      review: { decision: "approve", by: "reviewer" },
    },
    {
      key: "review-ten",
      tag: "claim",
      passage: "counted ten ships, not eleven",
      segments: [content("counted ten ships, not eleven")],
      attributes: { kind: "number", worthChecking: "yes" },
      doubt: "Is “not eleven” a denial of its own, or only the other half of the count?",
      author: "manager",
      state: "draft",
    },
  ],
};
