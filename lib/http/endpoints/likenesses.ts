import { z } from "zod";
import { getArticleSummary } from "#lib/articles/queries.ts";
import { compareLikeness } from "#lib/likeness/compare-likeness.ts";
import { decideLikeness } from "#lib/likeness/decide-likeness.ts";
import { DecideLikeness, LikenessDecision, LikenessFilter } from "#lib/likeness/model.ts";
import { listLikenesses, listLikenessesOf } from "#lib/likeness/queries.ts";
import { getProject } from "#lib/projects/queries.ts";
import { answer, endpoint, Id } from "../endpoint.ts";
import { PageQuery, pageOf } from "../page.ts";
import { Person } from "./annotation-schemas.ts";

const params = z.object({ id: Id });
const text = z.string().nullable();

const LikeArticle = z
  .object({
    id: z.string(),
    title: z.string(),
    url: text,
    publisher: text,
    byline: text,
    published: text,
    createdAt: z.string(),
    revision: z.int().min(1),
    length: z.int().min(0).meta({ description: "Of the current text, in code points." }),
    annotations: z.int().min(0).meta({ description: "Withdrawn ones aside." }),
    mergedIntoId: text.meta({ description: "The article that it was merged into." }),
  })
  .meta({ id: "LikeArticle" });

const described = {
  id: z.string(),
  projectId: z.string(),
  similarity: z.number().min(0).max(1).meta({
    description: "Estimated share of their words, in runs of three, that both articles have.",
  }),
  decision: LikenessDecision.nullable(),
  decidedBy: Person.nullable(),
  decidedAt: text,
  createdAt: z.string(),
  first: LikeArticle,
  second: LikeArticle,
};
const Likeness = z
  .object(described)
  .meta({ id: "Likeness", description: "Two articles that are nearly the same text." });

const Span = z.object({ start: z.int().min(0), end: z.int().min(0) });
const DifferenceRow = z
  .object({
    kind: z.enum(["same", "changed", "removed", "added"]),
    before: Span.nullable(),
    after: Span.nullable(),
    changes: z.array(z.object({ before: Span, after: Span })).readonly(),
    isMoved: z.boolean(),
  })
  .meta({
    id: "DifferenceRow",
    description:
      "A paragraph of the first text beside one of the second, in code points; of a changed one, the words that differ.",
  });
const ComparedLikeness = z
  .object({
    ...described,
    firstText: z.string(),
    secondText: z.string(),
    rows: z.array(DifferenceRow),
  })
  .meta({ id: "ComparedLikeness" });

export const getLikenesses = endpoint({
  method: "GET",
  path: "/projects/{id}/likenesses",
  summary: "Articles of a project that are nearly the same text, in pairs",
  params,
  query: PageQuery.extend({
    decision: LikenessFilter.optional().meta({
      description: "Only those with this decision, or those that wait for one. Left out: all.",
    }),
  }),
  answers: { 200: pageOf(Likeness) },
  handle: async (ctx, { params, query }) => {
    await getProject(ctx, params.id);
    return answer(200, await listLikenesses(ctx, params.id, query));
  },
});

export const getLikenessesOfArticle = endpoint({
  method: "GET",
  path: "/articles/{id}/likenesses",
  summary: "Articles that are nearly the same text as this one, decided or not",
  params,
  query: PageQuery,
  answers: { 200: pageOf(Likeness) },
  handle: async (ctx, { params, query }) => {
    const { id } = await getArticleSummary(ctx, params.id);
    return answer(200, await listLikenessesOf(ctx, id, query));
  },
});

export const getLikeness = endpoint({
  method: "GET",
  path: "/likenesses/{id}",
  summary: "Two articles side by side, with their differences",
  description:
    "`rows` hold the articles' own text; what is folded away as boilerplate is left out.",
  params,
  answers: { 200: ComparedLikeness },
  handle: async (ctx, { params }) => {
    const { likeness, ...compared } = await compareLikeness(ctx, params.id);
    return answer(200, { ...likeness, ...compared });
  },
});

export const postLikenessDecision = endpoint({
  method: "POST",
  path: "/likenesses/{id}/decide",
  summary: "Keep two articles apart, tie them together, or merge one into the other",
  description:
    "`decision` null takes a decision back, and unfolds what was merged. To merge, `into` names the article that " +
    "stays; refused while annotations, evidence or passages that were pointed out stand on the other one. `was` " +
    "is the decision that the sender has before them: 412 when it is another by now.",
  params,
  body: DecideLikeness.meta({ id: "LikenessDecisionInput" }),
  answers: { 200: Likeness },
  handle: async (ctx, { params, body }) => answer(200, await decideLikeness(ctx, params.id, body)),
});
