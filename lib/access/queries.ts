import type { Context } from "#lib/context.ts";
import { DomainError } from "#lib/errors.ts";
import { Email, RoleToken, type ApiToken, type Invitation, type Me, type User } from "./model.ts";
import { authorize, authorizeInstallation, can, requireUser, roleIn } from "./permissions.ts";
import { visibleProjects } from "./visibility.ts";

/** The caller's own account, with the projects that they are in, by name. */
export async function describeUser(ctx: Context): Promise<Me> {
  const { userId } = requireUser(ctx.actor);
  const user = await ctx.db.user.findUniqueOrThrow({
    where: { id: userId },
    select: { id: true, name: true, email: true },
  });
  const projects = await ctx.db.project.findMany({
    where: visibleProjects(ctx.actor),
    select: { id: true, name: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  return {
    user,
    projects: projects.flatMap((project) => {
      const role = roleIn(ctx.actor, project.id);
      return role === null ? [] : [{ ...project, role }];
    }),
  };
}

/** Everybody with an account, by name; for the owner and the operator. */
export async function listUsers(ctx: Context): Promise<User[]> {
  authorizeInstallation(ctx.actor, "user.add");
  const rows = await ctx.db.user.findMany({ orderBy: [{ name: "asc" }, { id: "asc" }] });
  return rows.map(toUser);
}

/** The account with this e-mail, for the owner and the operator; refused when there is none. */
export async function getUserByEmail(ctx: Context, email: string): Promise<User> {
  authorizeInstallation(ctx.actor, "user.link");
  const address = Email.safeParse(email);
  const row = address.success
    ? await ctx.db.user.findUnique({ where: { email: address.data } })
    : null;
  if (row === null)
    throw new DomainError("not-found", `Nobody has an account with the e-mail ${email}.`);
  return toUser(row);
}

/** Whether somebody owns this installation. */
export async function hasOwner(ctx: Pick<Context, "db">): Promise<boolean> {
  return (await ctx.db.user.count({ where: { isOwner: true } })) > 0;
}

/** The project's tokens that are in force, newest first: a manager sees all, others their own. */
export async function listTokens(ctx: Context, projectId: string): Promise<ApiToken[]> {
  authorize(ctx.actor, "token.edit", { projectId });
  const seesAll = can(ctx.actor, "token.edit-any", projectId);
  const own = ctx.actor.kind === "user" ? ctx.actor.userId : undefined;
  const rows = await ctx.db.apiToken.findMany({
    where: { projectId, revokedAt: null, ...(!seesAll && own !== undefined && { userId: own }) },
    include: { user: { select: { id: true, name: true } } },
    orderBy: { id: "desc" },
  });
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    user: row.user,
    createdAt: row.createdAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    revokedAt: null,
  }));
}

/** The project's invitations that can still be taken up, newest first. */
export async function listInvitations(ctx: Context, projectId: string): Promise<Invitation[]> {
  authorize(ctx.actor, "invitation.edit", { projectId });
  const rows = await ctx.db.invitation.findMany({
    where: { projectId, usedAt: null, revokedAt: null, expiresAt: { gt: ctx.now } },
    orderBy: { id: "desc" },
  });
  return rows.map((row) => ({
    id: row.id,
    email: row.email,
    name: row.name,
    role: row.role === null ? null : RoleToken.parse(row.role),
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
  }));
}

function toUser(row: {
  id: string;
  email: string;
  name: string;
  isOwner: boolean;
  passwordHash: string | null;
  createdAt: Date;
  revokedAt: Date | null;
}): User {
  return {
    id: row.id,
    email: row.email,
    name: row.name,
    isOwner: row.isOwner,
    hasPassword: row.passwordHash !== null,
    createdAt: row.createdAt.toISOString(),
    revokedAt: row.revokedAt?.toISOString() ?? null,
  };
}
