import type { DeskData, DistantAnnotation } from "#components/desk/desk-data.ts";
import type { Me } from "#lib/access/model.ts";
import { can, roleIn } from "#lib/access/permissions.ts";
import { seesEveryLayer } from "#lib/access/visibility.ts";
import type { StoredAnnotation } from "#lib/annotations/model.ts";
import { annotationsReading } from "#lib/annotations/queries.ts";
import { receivedAnnotation } from "#lib/annotations/stored-annotation.ts";
import { ownWorkReading } from "#lib/articles/count-own-work.ts";
import { workReading } from "#lib/articles/put-work.ts";
import type { Context, UserActor } from "#lib/context.ts";
import { readTogether } from "#lib/db/reading.ts";
import { notFound } from "#lib/errors.ts";
import { evidenceReading } from "#lib/evidence/queries.ts";
import { tiesReading } from "#lib/likeness/queries.ts";
import { farEndsReading } from "#lib/links/list-far-ends.ts";
import { linksReading } from "#lib/links/queries.ts";
import { guidelinesReading } from "#lib/projects/queries.ts";
import { missedReading } from "#lib/review/missed-queries.ts";
import { returnedReading } from "#lib/review/queries.ts";
import { waitingReading } from "#lib/revisions/queries.ts";
import type { Opening } from "./read-opening.ts";

/** More than any article has; the text itself is limited to 10 MB. */
const ALL = { limit: 100_000 };
const STANDING = ["draft", "submitted", "approved", "rejected"] as const;

/** Everything else that the desk of an article is opened with, in one statement. */
export async function readDesk(
  ctx: Context & { actor: UserActor },
  { article, announced }: Opening,
  me: Me,
): Promise<{ data: DeskData; waiting: number }> {
  const { id: articleId, projectId } = article;
  const project = me.projects.find(({ id }) => id === projectId);
  if (project === undefined) throw notFound("project");
  const found = await readTogether(ctx.db, {
    annotations: annotationsReading(ctx, articleId, { ...ALL, states: STANDING }),
    links: linksReading(ctx, articleId, ALL),
    elsewhere: farEndsReading(ctx, articleId),
    evidence: evidenceReading(ctx, articleId, ALL),
    missed: missedReading(ctx, articleId, ALL),
    returned: returnedReading(ctx, projectId, { articleId }),
    work: workReading(articleId, ctx.actor.userId),
    progress: ownWorkReading(ctx, projectId),
    guidelines: guidelinesReading(ctx, projectId),
    ties: tiesReading(ctx, articleId),
    waiting: waitingReading(ctx, articleId),
  });
  const { annotations, links, evidence, missed, returned, guidelines, waiting } = found;
  // What stands on an older revision has no place in this text: it is listed with the article's revisions,
  // and links show its words as they show another article's.
  const [standing, older] = divide(annotations.items, article.revision);
  const data = {
    announced,
    project: { id: project.id, name: project.name },
    article,
    annotations: standing.map(receivedAnnotation),
    links: links.items,
    elsewhere: [...found.elsewhere, ...older.map((one) => distant(one, article.title))],
    evidence: evidence.items,
    missed: missed.items.filter(({ revision }) => revision === article.revision),
    returned: returned.map(({ review, judged }) => ({ review, judged })),
    work: found.work,
    progress: found.progress,
    ties: found.ties,
    me: me.user,
    role: roleIn(ctx.actor, projectId) ?? "reader",
    isBlind: !seesEveryLayer(ctx.actor, projectId),
    can: {
      write: can(ctx.actor, "annotation.write", projectId),
      review: can(ctx.actor, "annotation.review", projectId),
      withdrawAny: can(ctx.actor, "annotation.withdraw-any", projectId),
      editArticle: can(ctx.actor, "article.edit", projectId),
      correctBlocks: can(ctx.actor, "block.correct", projectId),
    },
    guidelines: { version: guidelines.version, document: guidelines.document },
  };
  return { data, waiting };
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
