import { z } from "zod";
import { authorize, can } from "#lib/access/permissions.ts";
import { visibleProjects } from "#lib/access/visibility.ts";
import type { Context } from "#lib/context.ts";
import { readAlone, readingOfRow, type Reading } from "#lib/db/reading.ts";
import { DomainError, notFound } from "#lib/errors.ts";
import { Prisma } from "#generated/prisma/client.ts";
import type { GuidelinesDocument } from "./guidelines-document.ts";
import {
  MemberRoleToken,
  type GuidelinesVersion,
  type Project,
  type ProjectMember,
} from "./model.ts";
import { toProject } from "./to-project.ts";

/** A page of a list: what comes after `after` (an id of the list), at most `limit`. */
export type PageOf = { after?: string | undefined; limit?: number | undefined };

/** The projects that the actor is in, by name. */
export async function listProjects(ctx: Context): Promise<Project[]> {
  const rows = await ctx.db.project.findMany({
    where: visibleProjects(ctx.actor),
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  return rows.map(toProject);
}

/** The same as a page by id, oldest first; a thousand at most. */
export async function listProjectPage(ctx: Context, page: PageOf): Promise<Project[]> {
  const rows = await ctx.db.project.findMany({
    where: { AND: [visibleProjects(ctx.actor), page.after ? { id: { gt: page.after } } : {}] },
    orderBy: { id: "asc" },
    take: page.limit ?? 1_000,
  });
  return rows.map(toProject);
}

/** The project, or not found for anybody who is not in it. */
export async function getProject(ctx: Context, id: string): Promise<Project> {
  authorize(ctx.actor, "project.read", { projectId: id });
  const row = z.uuid().safeParse(id).success
    ? await ctx.db.project.findUnique({ where: { id } })
    : null;
  if (!row) throw notFound("project");
  return toProject(row);
}

/** A project by its id or its exact name, among those that the actor is in; null when there is none. */
export async function findProject(ctx: Context, nameOrId: string): Promise<Project | null> {
  const isId = z.uuid().safeParse(nameOrId).success;
  const rows = await ctx.db.project.findMany({
    where: {
      AND: [
        visibleProjects(ctx.actor),
        { OR: [{ name: nameOrId }, ...(isId ? [{ id: nameOrId }] : [])] },
      ],
    },
  });
  const row = rows.find((candidate) => candidate.id === nameOrId) ?? rows[0];
  return row ? toProject(row) : null;
}

/** The same; refused with the name when there is none. */
export async function getProjectByNameOrId(ctx: Context, nameOrId: string): Promise<Project> {
  const project = await findProject(ctx, nameOrId);
  if (!project) throw new DomainError("not-found", `There is no project named ${nameOrId}.`);
  return project;
}

/** Who is in the project, by name; removed members come last, since their names stay on their work. */
export async function listMembers(ctx: Context, projectId: string): Promise<ProjectMember[]> {
  authorize(ctx.actor, "member.read", { projectId });
  const seesAddresses = can(ctx.actor, "member.edit", projectId);
  const rows = await ctx.db.member.findMany({
    where: { projectId },
    include: { user: { select: { name: true, email: true } } },
    orderBy: [
      { revokedAt: { sort: "desc", nulls: "first" } },
      { user: { name: "asc" } },
      { userId: "asc" },
    ],
  });
  return rows.map((row) => ({
    id: row.userId,
    name: row.user.name,
    email: seesAddresses ? row.user.email : null,
    role: MemberRoleToken.parse(row.role),
    createdAt: row.createdAt.toISOString(),
    revokedAt: row.revokedAt?.toISOString() ?? null,
  }));
}

export type Guidelines = GuidelinesVersion & { document: GuidelinesDocument };

/** The guidelines in force, or an older version of them. */
export async function getGuidelines(
  ctx: Context,
  projectId: string,
  version?: number,
): Promise<Guidelines> {
  return await readAlone(ctx.db, guidelinesReading(ctx, projectId, version));
}

/** The same, to be read together with more. */
export function guidelinesReading(
  ctx: Context,
  projectId: string,
  version?: number,
): Reading<Guidelines> {
  authorize(ctx.actor, "guidelines.read", { projectId });
  return readingOfRow<Guidelines, Guidelines>(
    Prisma.sql`
      SELECT g."version", g."document", g."created_at" AS "createdAt",
             CASE WHEN u."id" IS NOT NULL THEN json_build_object('id', u."id", 'name', u."name") END AS "author"
      FROM "guidelines" g LEFT JOIN "user_account" u ON u."id" = g."created_by_id"
      WHERE g."project_id" = ${projectId}::uuid
        AND (${version ?? null}::int IS NULL OR g."version" = ${version ?? null}::int)
      ORDER BY g."version" DESC LIMIT 1`,
    (row) => {
      if (row === null)
        throw notFound(version === undefined ? "project" : "version of the guidelines");
      // The document was checked when it was written, and the database keeps it as it was.
      return { ...row, createdAt: new Date(row.createdAt).toISOString() };
    },
  );
}

/** Every version of the guidelines, newest first, without the documents. */
export async function listGuidelines(
  ctx: Context,
  projectId: string,
): Promise<GuidelinesVersion[]> {
  authorize(ctx.actor, "guidelines.read", { projectId });
  const rows = await ctx.db.guidelines.findMany({
    where: { projectId },
    select: { version: true, createdAt: true, createdById: true },
    orderBy: { version: "desc" },
  });
  return withAuthors(ctx, rows);
}

async function withAuthors(
  ctx: Context,
  rows: { version: number; createdAt: Date; createdById: string | null }[],
): Promise<GuidelinesVersion[]> {
  const ids = [...new Set(rows.flatMap((row) => row.createdById ?? []))];
  const users = await ctx.db.user.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true },
  });
  const byId = new Map(users.map((user) => [user.id, user]));
  return rows.map((row) => ({
    version: row.version,
    createdAt: row.createdAt.toISOString(),
    author: (row.createdById && byId.get(row.createdById)) || null,
  }));
}
