import { roleIn } from "#lib/access/permissions.ts";
import type { Context, MemberRole } from "#lib/context.ts";
import { listProjects } from "#lib/projects/queries.ts";

/** A project as a list of projects shows it. */
export type ProjectCard = {
  id: string;
  name: string;
  role: MemberRole;
  articles: number;
  /** Those in force; who was removed is not counted. */
  members: number;
};

/** The caller's projects by name, with how much is in them. */
export async function listProjectCards(ctx: Context): Promise<ProjectCard[]> {
  const projects = await listProjects(ctx);
  const where = { projectId: { in: projects.map(({ id }) => id) } };
  const [articles, members] = await Promise.all([
    ctx.db.article.groupBy({
      by: ["projectId"],
      where: { ...where, mergedIntoId: null },
      _count: true,
    }),
    ctx.db.member.groupBy({
      by: ["projectId"],
      where: { ...where, revokedAt: null },
      _count: true,
    }),
  ]);
  return projects.map(({ id, name }) => ({
    id,
    name,
    role: roleIn(ctx.actor, id) ?? "reader",
    articles: countOf(articles, id),
    members: countOf(members, id),
  }));
}

function countOf(rows: readonly { projectId: string; _count: number }[], id: string): number {
  return rows.find(({ projectId }) => projectId === id)?._count ?? 0;
}
