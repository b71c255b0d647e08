import type { Context, MemberRole } from "#lib/context.ts";
import { RoleToken } from "./model.ts";
import { authorize } from "./permissions.ts";

/** Who is in a project now, in the order of their ids, which are those of their accounts. */
export async function listMemberPage(
  ctx: Context,
  projectId: string,
  page: { after?: string | undefined; limit: number },
): Promise<{ items: { id: string; name: string; role: MemberRole }[]; next: string | null }> {
  authorize(ctx.actor, "member.read", { projectId });
  const rows = await ctx.db.member.findMany({
    where: {
      projectId,
      revokedAt: null,
      user: { revokedAt: null },
      ...(page.after !== undefined && { userId: { gt: page.after } }),
    },
    include: { user: { select: { name: true } } },
    orderBy: { userId: "asc" },
    take: page.limit + 1,
  });
  const items = rows.slice(0, page.limit).map((row) => ({
    id: row.userId,
    name: row.user.name,
    role: RoleToken.parse(row.role),
  }));
  return { items, next: rows.length > page.limit ? (items.at(-1)?.id ?? null) : null };
}
