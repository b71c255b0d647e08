import { expect, it } from "vitest";
import { nextStep, type Standing } from "./next-step.ts";

const QUIET: Standing = {
  articles: 5,
  newArticles: 0,
  returned: 0,
  missed: 0,
  toReview: 0,
  openWork: 0,
  canAdd: true,
};

it.each<[Partial<Standing>, string | null, string]>([
  [{}, null, "Nothing waits for you here."],
  [{ articles: 0 }, "add", "There are no articles yet."],
  [{ articles: 0, canAdd: false }, null, "There are no articles yet. An annotator adds them."],
  [{ newArticles: 1 }, "new-articles", "Nobody has begun 1 article."],
  [{ newArticles: 1, canAdd: false }, null, "Nothing waits for you here."],
  [{ openWork: 2, newArticles: 1 }, "open-work", "You have begun 2 articles."],
  [{ toReview: 1, openWork: 2 }, "review", "1 annotation waits for your review."],
  [{ missed: 3, toReview: 1 }, "missed", "A reviewer thinks you missed 3 passages."],
  [{ returned: 1_204, missed: 3 }, "returned", "1,204 annotations came back to you."],
])("with %o goes to %s", (change, go, sentence) => {
  expect(nextStep({ ...QUIET, ...change })).toMatchObject({ go, sentence });
});
