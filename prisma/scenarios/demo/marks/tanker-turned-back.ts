import type { DemoArticleMarks } from "../mark-types.ts";
import { content, cue, source } from "../segments.ts";
import { APPROVED } from "../standing.ts";

const FIRST = "Vell’s coast guard turned back a tanker off Lund Bay on Friday, a spokeswoman said";
const LAST =
  "The ship, the Ganymede Star, reached the port of Dravec that evening, according to shipping data";

/** Fully done, and short enough to see at a glance. */
export const TANKER_TURNED_BACK: DemoArticleMarks = {
  article: "tanker-turned-back.txt",
  work: [{ who: "annotator", state: "finished" }],
  marks: [
    {
      key: "brief-turned-back",
      tag: "claim",
      segments: [content("Vell’s coast guard turned back a tanker off Lund Bay on Friday")],
      attributes: { kind: "event", worthChecking: "yes" },
      ...APPROVED,
    },
    {
      key: "brief-turned-back-attribution",
      tag: "attribution",
      passage: FIRST,
      segments: [
        content("Vell’s coast guard turned back a tanker off Lund Bay on Friday"),
        source("a spokeswoman"),
        cue("said"),
      ],
      attributes: { sourceType: "unnamed-person", manner: "indirect", commitment: "asserts" },
      ...APPROVED,
    },
    {
      key: "brief-denial",
      tag: "denial",
      segments: [content("there had been no such incident")],
      attributes: { form: "flat" },
      ...APPROVED,
    },
    {
      key: "brief-denial-attribution",
      tag: "attribution",
      passage: "Orsin said there had been no such incident",
      segments: [source("Orsin"), cue("said"), content("there had been no such incident")],
      attributes: { sourceType: "organisation", manner: "indirect", commitment: "asserts" },
      ...APPROVED,
    },
    {
      key: "brief-dravec",
      tag: "claim",
      segments: [content("The ship, the Ganymede Star, reached the port of Dravec that evening")],
      attributes: {
        kind: "event",
        worthChecking: "yes",
        wording: "The Ganymede Star reached the port of Dravec on the evening of 2 May 2031.",
      },
      ...APPROVED,
    },
    {
      key: "brief-dravec-attribution",
      tag: "attribution",
      passage: LAST,
      segments: [
        content("The ship, the Ganymede Star, reached the port of Dravec that evening"),
        cue("according to"),
        source("shipping data"),
      ],
      attributes: { sourceType: "document", manner: "indirect", commitment: "asserts" },
      ...APPROVED,
    },
  ],
};
