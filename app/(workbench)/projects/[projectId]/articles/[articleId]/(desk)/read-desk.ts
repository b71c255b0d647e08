import type { DeskData, DistantAnnotation } from "#components/desk/desk-data.ts";
import { can, roleIn } from "#lib/access/permissions.ts";
import { describeUser } from "#lib/access/queries.ts";
import type { StoredAnnotation } from "#lib/annotations/model.ts";
import { listAnnotations } from "#lib/annotations/queries.ts";
import { receivedAnnotation } from "#lib/annotations/stored-annotation.ts";
import { countOwnWork } from "#lib/articles/count-own-work.ts";
import { getWork } from "#lib/articles/put-work.ts";
import { getArticle } from "#lib/articles/queries.ts";
import type { Context, UserActor } from "#lib/context.ts";
import { notFound } from "#lib/errors.ts";
import { listEvidence } from "#lib/evidence/queries.ts";
import { listTies } from "#lib/likeness/queries.ts";
import { listFarEnds } from "#lib/links/list-far-ends.ts";
import { listLinks } from "#lib/links/queries.ts";
import { getGuidelines, getProject } from "#lib/projects/queries.ts";
import { lastAnnouncement } from "#lib/realtime/read-announcements.ts";
import { listMissedPassages } from "#lib/review/missed-queries.ts";
import { listReturned } from "#lib/review/queries.ts";

/** More than any article has; the text itself is limited to 10 MB. */
const ALL = { limit: 100_000 };
const STANDING = ["draft", "submitted", "approved", "rejected"] as const;

/** Everything that the desk of an article is opened with, all at once. */
export async function readDesk(
  ctx: Context & { actor: UserActor },
  place: { projectId: string; articleId: string },
): Promise<DeskData> {
  const { articleId } = place;
  // Before all else: what is announced while the rest is read may be in it already, but is never missed.
  const announced = await lastAnnouncement(ctx.db, place.projectId);
  const { revisionId: _, ...article } = await getArticle(ctx, articleId);
  const { projectId } = article;
  // The address names both; an article of another project is not at this one.
  if (projectId !== place.projectId) throw notFound("article");

  const [
    project,
    me,
    annotations,
    links,
    evidence,
    missed,
    returned,
    work,
    progress,
    guidelines,
    ties,
  ] = await Promise.all([
    getProject(ctx, projectId),
    describeUser(ctx),
    listAnnotations(ctx, articleId, { ...ALL, states: STANDING }),
    listLinks(ctx, articleId, ALL),
    listEvidence(ctx, articleId, ALL),
    listMissedPassages(ctx, articleId, ALL),
    listReturned(ctx, projectId, { articleId }),
    getWork(ctx, articleId, ctx.actor.userId),
    countOwnWork(ctx, projectId),
    getGuidelines(ctx, projectId),
    listTies(ctx, articleId),
  ]);
  // What stands on an older revision has no place in this text: it is listed with the article's revisions,
  // and links show its words as they show another article's.
  const [standing, older] = divide(annotations.items, article.revision);
  const elsewhere = await listFarEnds(ctx, articleId, links.items);
  return {
    announced,
    project: { id: project.id, name: project.name },
    article,
    annotations: standing.map(receivedAnnotation),
    links: links.items,
    elsewhere: [...elsewhere, ...older.map((one) => distant(one, article.title))],
    evidence: evidence.items,
    missed: missed.items.filter(({ revision }) => revision === article.revision),
    returned: returned.map(({ review, judged }) => ({ review, judged })),
    work,
    progress,
    ties,
    me: me.user,
    role: roleIn(ctx.actor, projectId) ?? "reader",
    can: {
      write: can(ctx.actor, "annotation.write", projectId),
      review: can(ctx.actor, "annotation.review", projectId),
      withdrawAny: can(ctx.actor, "annotation.withdraw-any", projectId),
      editArticle: can(ctx.actor, "article.edit", projectId),
      correctBlocks: can(ctx.actor, "block.correct", projectId),
    },
    guidelines: { version: guidelines.version, document: guidelines.document },
  };
}

function distant(
  { id, articleId, tag, state, segments }: StoredAnnotation,
  articleTitle: string,
): DistantAnnotation {
  return { id, articleId, articleTitle, tag, state, segments };
}

function divide(
  annotations: readonly StoredAnnotation[],
  current: number,
): [StoredAnnotation[], StoredAnnotation[]] {
  return [
    annotations.filter(({ revision }) => revision === current),
    annotations.filter(({ revision }) => revision !== current),
  ];
}
