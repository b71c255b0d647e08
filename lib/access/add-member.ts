import { record } from "#lib/audit/record.ts";
import { MEMBER_ROLES, type Context, type MemberRole } from "#lib/context.ts";
import { DomainError, notFound } from "#lib/errors.ts";
import { inTransaction } from "#lib/transaction.ts";
import { memberAdded, memberRoleChanged } from "./events.ts";
import { RoleToken } from "./model.ts";
import { authorize } from "./permissions.ts";
import { refuseLastManager } from "./refuse-last-manager.ts";

/**
 * Put somebody who has an account into a project, also somebody who was removed before; a member who
 * is there gets the new role. Repeating it changes nothing. Refused: a closed account; taking the role
 * of manager from the last one.
 */
export async function addMember(
  ctx: Context,
  projectId: string,
  userId: string,
  role: MemberRole,
): Promise<void> {
  authorize(ctx.actor, "member.edit", { projectId });
  await inTransaction(ctx, async (ctx) => {
    if ((await ctx.db.project.count({ where: { id: projectId } })) === 0) throw notFound("project");
    await putMember(ctx, { projectId, userId, role, isNeverLess: false });
  });
}

/** Another role for a member. Refused: who is not in the project; the last manager. */
export async function changeMemberRole(
  ctx: Context,
  projectId: string,
  userId: string,
  role: MemberRole,
): Promise<void> {
  authorize(ctx.actor, "member.edit", { projectId });
  await inTransaction(ctx, async (ctx) => {
    const isThere = await ctx.db.member.count({ where: { projectId, userId, revokedAt: null } });
    if (isThere === 0) throw notFound("member");
    await putMember(ctx, { projectId, userId, role, isNeverLess: false });
  });
}

/** The same; whether the caller may is decided before. `isNeverLess` keeps a larger role that is there. */
export async function putMember(
  ctx: Context,
  wanted: { projectId: string; userId: string; role: MemberRole; isNeverLess: boolean },
): Promise<void> {
  const { projectId, userId, role } = wanted;
  const user = await ctx.db.user.findUnique({ where: { id: userId } });
  if (user === null) throw notFound("user");
  if (user.revokedAt !== null)
    throw new DomainError("state", `The account of ${user.name} is closed.`);
  const key = { projectId_userId: { projectId, userId } };
  const before = await ctx.db.member.findUnique({ where: key });
  if (before !== null && before.revokedAt === null) {
    const had = RoleToken.parse(before.role);
    if (had === role || (wanted.isNeverLess && rank(had) > rank(role))) return;
    if (had === "manager") await refuseLastManager(ctx, projectId, user);
    await ctx.db.member.update({ where: key, data: { role } });
    await record(ctx, memberRoleChanged(projectId, userId, had, role));
    return;
  }
  await ctx.db.member.upsert({
    where: key,
    create: { projectId, userId, role, createdAt: ctx.now },
    update: { role, revokedAt: null },
  });
  await record(ctx, memberAdded(projectId, userId, role));
}

function rank(role: MemberRole): number {
  return MEMBER_ROLES.indexOf(role);
}
