import type { Prisma } from "#generated/prisma/client.ts";
import type { Actor } from "#lib/context.ts";
import { roleIn } from "./permissions.ts";

/** The only home of who sees what: filters that every read of the database carries. */

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

function inProjects(actor: Actor): { projectId?: { in: string[] } } {
  const ids = projectsOf(actor);
  return ids === "all" ? {} : { projectId: { in: ids } };
}

function projectsOf(actor: Actor): string[] | "all" {
  if (actor.kind === "operator") return "all";
  if (actor.kind === "visitor") return [];
  return actor.isOwner ? "all" : [...actor.roles.keys()];
}
