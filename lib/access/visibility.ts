import { Prisma } from "#generated/prisma/client.ts";
import type { Actor } from "#lib/context.ts";
import { can, roleIn } from "./permissions.ts";

/**
 * The only home of who sees what: filters that every read of the database carries. Each is said twice,
 * as Prisma's `where` (visible…) and as a condition in SQL (sees…); a test holds that they agree.
 *
 * In a blind project whoever does not review sees their own layer, and of what others do with it only
 * what is meant for them (docs/decisions/011-blind-layers.md). That rule is here as well, so that a read
 * which asks for the caller's rights is blind without knowing of it.
 */

/** Whether the actor sees everybody's work in a project: everybody does, unless it is blind. */
export function seesEveryLayer(actor: Actor, projectId: string): boolean {
  if (actor.kind !== "user" || !actor.blind.has(projectId)) return actor.kind !== "visitor";
  return can(actor, "layer.read-any", projectId);
}

/** The projects that the actor is in; all of them for the owner and the operator. */
export function visibleProjects(actor: Actor): Prisma.ProjectWhereInput {
  const ids = projectsOf(actor);
  return ids === "all" ? {} : { id: { in: ids } };
}

/** Articles of the actor's projects. */
export function visibleArticles(actor: Actor): Prisma.ArticleWhereInput {
  return inProjects(actor);
}

/** Annotations of the actor's projects, in every state; in a blind one their own. */
export function visibleAnnotations(actor: Actor): Prisma.AnnotationWhereInput {
  return inLayers(actor, (authorId) => ({ authorId }));
}

/** Links of the actor's projects; in a blind one those within their own layer. */
export function visibleLinks(actor: Actor): Prisma.LinkWhereInput {
  return inLayers(actor, (authorId) => ({ from: { authorId }, to: { authorId } }));
}

/**
 * Evidence of the actor's projects; what is confidential only for its author, its viewers and managers;
 * in a blind one that on their own annotations.
 */
export function visibleEvidence(actor: Actor): Prisma.EvidenceWhereInput {
  const projects = projectsOf(actor);
  if (projects === "all") return {};
  if (actor.kind !== "user") return { projectId: { in: [] } };
  const { userId } = actor;
  const managed = projects.filter((id) => roleIn(actor, id) === "manager");
  return {
    projectId: { in: projects },
    AND: inLayers(actor, (authorId) => ({ annotation: { authorId } })),
    OR: [
      { confidential: false },
      { authorId: userId },
      { viewers: { some: { userId } } },
      { projectId: { in: managed } },
    ],
  };
}

/**
 * Threads of the actor's projects; a note to oneself for its author alone. In a blind one those about
 * their own annotations, and of those about articles which they began, or in which they are named.
 */
export function visibleThreads(actor: Actor): Prisma.ThreadWhereInput {
  const isOpen = [
    { isPrivate: false },
    ...(actor.kind === "user" ? [{ authorId: actor.userId }] : []),
  ];
  const layers = inLayers<Prisma.ThreadWhereInput>(actor, (userId) => ({
    OR: [
      ...ownThreads(userId),
      { annotationId: null, messages: { some: { mentions: { some: { userId } } } } },
    ],
  }));
  return { ...inProjects(actor), AND: layers, OR: isOpen };
}

/**
 * Messages of the threads that the actor sees. In a blind project, of threads that are not their own,
 * what they said themselves and what names them: the rest is between others.
 */
export function visibleMessages(actor: Actor): Prisma.MessageWhereInput {
  const blind = blindTo(actor);
  const thread = visibleThreads(actor);
  if (blind === null) return { thread };
  const { userId, projects } = blind;
  const mine: Prisma.MessageWhereInput[] = [
    { thread: { projectId: { notIn: projects } } },
    { thread: { OR: ownThreads(userId) } },
    { authorId: userId },
    { mentions: { some: { userId } } },
  ];
  return { thread, OR: mine };
}

/** What was pointed out as missed in the actor's projects; in a blind one to themselves. */
export function visibleMissed(actor: Actor): Prisma.MissedPassageWhereInput {
  return inLayers(actor, (annotatorId) => ({ annotatorId }));
}

/** Whether a row of this project is one of the actor's projects'. */
export function seesProject(actor: Actor, projectId: Prisma.Sql): Prisma.Sql {
  const ids = projectsOf(actor);
  return ids === "all" ? Prisma.sql`TRUE` : Prisma.sql`${projectId} = ANY(${ids}::uuid[])`;
}

/** As visibleArticles, of a row `a`. */
export function seesArticle(actor: Actor): Prisma.Sql {
  return seesProject(actor, Prisma.sql`a."project_id"`);
}

/** As visibleAnnotations, of a row `n`. */
export function seesAnnotation(actor: Actor): Prisma.Sql {
  return seesLayer(actor, Prisma.sql`n."project_id"`, (own) => Prisma.sql`n."author_id" = ${own}`);
}

/** As visibleLinks, of a row `l`. */
export function seesLink(actor: Actor): Prisma.Sql {
  return seesLayer(
    actor,
    Prisma.sql`l."project_id"`,
    (own) => Prisma.sql`NOT EXISTS (
      SELECT 1 FROM "annotation" tied
      WHERE tied."id" IN (l."from_id", l."to_id") AND tied."author_id" <> ${own})`,
  );
}

/** As visibleEvidence, of a row `e`. */
export function seesEvidence(actor: Actor): Prisma.Sql {
  const projects = projectsOf(actor);
  if (projects === "all") return Prisma.sql`TRUE`;
  if (actor.kind !== "user") return Prisma.sql`FALSE`;
  const { userId } = actor;
  const managed = projects.filter((id) => roleIn(actor, id) === "manager");
  const layer = seesLayer(
    actor,
    Prisma.sql`e."project_id"`,
    (own) => Prisma.sql`EXISTS (
      SELECT 1 FROM "annotation" borne WHERE borne."id" = e."annotation_id" AND borne."author_id" = ${own})`,
  );
  return Prisma.sql`(${layer} AND (
    NOT e."confidential" OR e."author_id" = ${userId}::uuid OR e."project_id" = ANY(${managed}::uuid[])
    OR EXISTS (SELECT 1 FROM "evidence_viewer" v
                WHERE v."evidence_id" = e."id" AND v."user_id" = ${userId}::uuid)))`;
}

/** As visibleThreads, of a row `t`. */
export function seesThread(actor: Actor): Prisma.Sql {
  const own =
    actor.kind === "user" ? Prisma.sql`t."author_id" = ${actor.userId}::uuid` : Prisma.sql`FALSE`;
  const layer = seesLayer(
    actor,
    Prisma.sql`t."project_id"`,
    (me) => Prisma.sql`(${isOwnThread(me)} OR t."annotation_id" IS NULL AND EXISTS (
      SELECT 1 FROM "message" said JOIN "mention" named ON named."message_id" = said."id"
      WHERE said."thread_id" = t."id" AND named."user_id" = ${me}))`,
  );
  return Prisma.sql`(${layer} AND (NOT t."is_private" OR ${own}))`;
}

/** As visibleMessages, of a row `m` in a thread `t` that the actor sees. */
export function seesMessage(actor: Actor): Prisma.Sql {
  return seesLayer(
    actor,
    Prisma.sql`t."project_id"`,
    (me) => Prisma.sql`(${isOwnThread(me)} OR m."author_id" = ${me} OR EXISTS (
      SELECT 1 FROM "mention" named WHERE named."message_id" = m."id" AND named."user_id" = ${me}))`,
  );
}

/** As visibleMissed, of a row `m`. */
export function seesMissed(actor: Actor): Prisma.Sql {
  return seesLayer(
    actor,
    Prisma.sql`m."project_id"`,
    (own) => Prisma.sql`m."annotator_id" = ${own}`,
  );
}

/** Whether the actor sees how far somebody's work is: of a row `k` of work in an article `a`. */
export function seesWork(actor: Actor): Prisma.Sql {
  return seesLayer(actor, Prisma.sql`a."project_id"`, (own) => Prisma.sql`k."user_id" = ${own}`);
}

function ownThreads(userId: string): Prisma.ThreadWhereInput[] {
  return [{ annotationId: null, authorId: userId }, { annotation: { authorId: userId } }];
}

function isOwnThread(me: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(t."annotation_id" IS NULL AND t."author_id" = ${me} OR EXISTS (
    SELECT 1 FROM "annotation" talked WHERE talked."id" = t."annotation_id" AND talked."author_id" = ${me}))`;
}

function inProjects(actor: Actor): { projectId?: { in: string[] } } {
  const ids = projectsOf(actor);
  return ids === "all" ? {} : { projectId: { in: ids } };
}

/** Rows of the actor's projects; in those where they are blind to others, what `own` says of their id. */
function inLayers<Where extends object>(actor: Actor, own: (userId: string) => Where) {
  const blind = blindTo(actor);
  if (blind === null) return inProjects(actor);
  const { userId, projects } = blind;
  const open = { projectId: { in: blind.open } };
  return {
    ...inProjects(actor),
    OR: [open, { projectId: { in: projects }, ...own(userId) }],
  };
}

/** The same in SQL. */
function seesLayer(
  actor: Actor,
  projectId: Prisma.Sql,
  own: (userId: Prisma.Sql) => Prisma.Sql,
): Prisma.Sql {
  const blind = blindTo(actor);
  if (blind === null) return seesProject(actor, projectId);
  const { userId, projects, open } = blind;
  return Prisma.sql`(${projectId} = ANY(${open}::uuid[])
    OR ${projectId} = ANY(${projects}::uuid[]) AND ${own(Prisma.sql`${userId}::uuid`)})`;
}

/** Where the actor is blind to others' work, and where not; null: nowhere. */
function blindTo(actor: Actor): { userId: string; projects: string[]; open: string[] } | null {
  const all = projectsOf(actor);
  if (all === "all" || actor.kind !== "user") return null;
  const projects = all.filter((id) => !seesEveryLayer(actor, id));
  if (projects.length === 0) return null;
  const open = all.filter((id) => seesEveryLayer(actor, id));
  return { userId: actor.userId, projects, open };
}

function projectsOf(actor: Actor): string[] | "all" {
  if (actor.kind === "operator") return "all";
  if (actor.kind === "visitor") return [];
  return actor.isOwner ? "all" : [...actor.roles.keys()];
}
