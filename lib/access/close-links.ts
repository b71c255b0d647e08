import type { Context } from "#lib/context.ts";

/**
 * Close the one-time links that somebody has made and nobody has used, so that they cannot come back
 * in by one: their invitations (to one project, or all), and every link by which they could sign
 * somebody in.
 */
export async function closeLinksBy(
  ctx: Context,
  userId: string,
  place: { projectId?: string } = {},
): Promise<void> {
  const theirs = { createdById: userId, usedAt: null };
  await ctx.db.invitation.updateMany({
    where: { ...theirs, ...place, revokedAt: null },
    data: { revokedAt: ctx.now },
  });
  await ctx.db.signInLink.updateMany({
    where: { ...theirs, expiresAt: { gt: ctx.now } },
    data: { expiresAt: ctx.now },
  });
}
