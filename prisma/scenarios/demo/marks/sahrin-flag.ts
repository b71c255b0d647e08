import type { DemoArticleMarks } from "../mark-types.ts";
import { content, cue, source } from "../segments.ts";
import { DRAFT } from "../standing.ts";

/** Begun by the reviewer as well as the annotator: the manager reviews the reviewer's marks. */
export const SAHRIN_FLAG: DemoArticleMarks = {
  article: "sahrin-flag.txt",
  work: [
    { who: "annotator", state: "begun" },
    { who: "reviewer", state: "begun" },
  ],
  marks: [
    {
      key: "sahrin-register",
      tag: "claim",
      segments: [
        content(
          "Three of the tankers named in the Tidewatch report were struck off the register of Sahrin in January",
        ),
      ],
      attributes: { kind: "number", worthChecking: "yes" },
      ...DRAFT,
    },
    {
      key: "sahrin-register-attribution",
      tag: "attribution",
      passage:
        "Three of the tankers named in the Tidewatch report were struck off the register of Sahrin in January, the country’s Navigation Authority said",
      segments: [
        content(
          "Three of the tankers named in the Tidewatch report were struck off the register of Sahrin in January",
        ),
        source("the country’s Navigation Authority"),
        cue("said"),
      ],
      attributes: {
        sourceType: "organisation",
        saidOn: "2031-05-01",
        manner: "indirect",
        commitment: "asserts",
      },
      ...DRAFT,
    },
    {
      key: "sahrin-arabic-denial",
      tag: "denial",
      segments: [content("لم تدخل أي سفينة ترفع علمنا ميناء خليج لوند")],
      attributes: { form: "flat" },
      author: "reviewer",
      state: "submitted",
    },
    {
      key: "sahrin-arabic-attribution",
      tag: "attribution",
      passage: "قالت هيئة الملاحة في سهرين: «لم تدخل أي سفينة ترفع علمنا ميناء خليج لوند.»",
      segments: [
        cue("قالت"),
        source("هيئة الملاحة في سهرين"),
        content("«لم تدخل أي سفينة ترفع علمنا ميناء خليج لوند.»"),
      ],
      attributes: {
        sourceType: "organisation",
        who: "Navigation Authority of Sahrin",
        saidOn: "2031-05-01",
        manner: "direct",
        commitment: "asserts",
      },
      author: "reviewer",
      state: "submitted",
    },
    {
      key: "sahrin-copy",
      tag: "claim",
      segments: [content("They were on the register on 2 March")],
      attributes: { kind: "event", worthChecking: "yes" },
      ...DRAFT,
    },
  ],
};
