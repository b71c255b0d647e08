import { Prisma } from "#generated/prisma/client.ts";
import type { Actor } from "#lib/context.ts";
import { roleIn } from "./permissions.ts";

/**
 * The only home of who sees what: filters that every read of the database carries. Each is said twice,
 * as Prisma's `where` (visible…) and as a condition in SQL (sees…); a test holds that they agree.
 */

/** The projects that the actor is in; all of them for the owner and the operator. */
export function visibleProjects(actor: Actor): Prisma.ProjectWhereInput {
  const ids = projectsOf(actor);
  return ids === "all" ? {} : { id: { in: ids } };
}

/** Articles of the actor's projects. */
export function visibleArticles(actor: Actor): Prisma.ArticleWhereInput {
  return inProjects(actor);
}

/** Annotations of the actor's projects, in every state: projects are shared. */
export function visibleAnnotations(actor: Actor): Prisma.AnnotationWhereInput {
  return inProjects(actor);
}

/** Links of the actor's projects. */
export function visibleLinks(actor: Actor): Prisma.LinkWhereInput {
  return inProjects(actor);
}

/** Evidence of the actor's projects; what is confidential only for its author, its viewers and managers. */
export function visibleEvidence(actor: Actor): Prisma.EvidenceWhereInput {
  const projects = projectsOf(actor);
  if (projects === "all") return {};
  if (actor.kind !== "user") return { projectId: { in: [] } };
  const { userId } = actor;
  const managed = projects.filter((id) => roleIn(actor, id) === "manager");
  return {
    projectId: { in: projects },
    OR: [
      { confidential: false },
      { authorId: userId },
      { viewers: { some: { userId } } },
      { projectId: { in: managed } },
    ],
  };
}

/** Threads of the actor's projects; a note to oneself for its author alone. */
export function visibleThreads(actor: Actor): Prisma.ThreadWhereInput {
  const isOpen = [
    { isPrivate: false },
    ...(actor.kind === "user" ? [{ authorId: actor.userId }] : []),
  ];
  return { ...inProjects(actor), OR: isOpen };
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
  return seesProject(actor, Prisma.sql`n."project_id"`);
}

/** As visibleLinks, of a row `l`. */
export function seesLink(actor: Actor): Prisma.Sql {
  return seesProject(actor, Prisma.sql`l."project_id"`);
}

/** As visibleEvidence, of a row `e`. */
export function seesEvidence(actor: Actor): Prisma.Sql {
  const projects = projectsOf(actor);
  if (projects === "all") return Prisma.sql`TRUE`;
  if (actor.kind !== "user") return Prisma.sql`FALSE`;
  const { userId } = actor;
  const managed = projects.filter((id) => roleIn(actor, id) === "manager");
  return Prisma.sql`(e."project_id" = ANY(${projects}::uuid[]) AND (
    NOT e."confidential" OR e."author_id" = ${userId}::uuid OR e."project_id" = ANY(${managed}::uuid[])
    OR EXISTS (SELECT 1 FROM "evidence_viewer" v
                WHERE v."evidence_id" = e."id" AND v."user_id" = ${userId}::uuid)))`;
}

/** As visibleThreads, of a row `t`. */
export function seesThread(actor: Actor): Prisma.Sql {
  const own =
    actor.kind === "user" ? Prisma.sql`t."author_id" = ${actor.userId}::uuid` : Prisma.sql`FALSE`;
  return Prisma.sql`(${seesProject(actor, Prisma.sql`t."project_id"`)} AND (NOT t."is_private" OR ${own}))`;
}

function inProjects(actor: Actor): { projectId?: { in: string[] } } {
  const ids = projectsOf(actor);
  return ids === "all" ? {} : { projectId: { in: ids } };
}

function projectsOf(actor: Actor): string[] | "all" {
  if (actor.kind === "operator") return "all";
  if (actor.kind === "visitor") return [];
  return actor.isOwner ? "all" : [...actor.roles.keys()];
}
