import { authorize, requireUser } from "#lib/access/permissions.ts";
import { visibleAnnotations, visibleLinks } from "#lib/access/visibility.ts";
import { Tag } from "#lib/annotations/model.ts";
import { record } from "#lib/audit/record.ts";
import type { Context } from "#lib/context.ts";
import { DomainError, notFound } from "#lib/errors.ts";
import { inTransactionOrAgain } from "#lib/transaction.ts";
import { DIRECTIONS, misfitOf } from "./directions.ts";
import { linkWritten } from "./events.ts";
import type { Link, LinkInput } from "./model.ts";
import { LINK_SELECT, linkOf } from "./queries.ts";

export type PutLink = { link: Link; isNew: boolean };

/**
 * Tie two annotations of one project, or change one's own tie. The client chooses the id; repeating
 * the request changes nothing. Refused: tags that do not fit the kind of link, an end that is
 * withdrawn, the same link under another id (of those without direction also the other way round).
 */
export function putLink(
  ctx: Context,
  id: string,
  input: LinkInput,
  expected: number | null,
): Promise<PutLink> {
  // The same link may be made at this very moment.
  return inTransactionOrAgain(ctx, (ctx) => write(ctx, id, input, expected));
}

async function write(
  ctx: Context,
  id: string,
  input: LinkInput,
  expected: number | null,
): Promise<PutLink> {
  const { type, from, to } = input;
  const row = await ctx.db.link.findUnique({ where: { id }, select: LINK_SELECT });
  const before = row === null ? null : linkOf(row);
  if (before !== null) {
    await refuseUnseen(ctx, id);
    authorize(ctx.actor, "link.write", before);
    if (before.type === type && before.from === from && before.to === to)
      return { link: before, isNew: false };
    refuseChange(ctx, before, expected);
  }
  const projectId = await admitEnds(ctx, input);
  if (before !== null && before.projectId !== projectId) throw notFound("annotation");
  await refuseDuplicate(ctx, id, input);
  const link =
    before === null ? await insert(ctx, id, projectId, input) : await update(ctx, before, input);
  await record(ctx, linkWritten(before, link));
  return { link, isNew: before === null };
}

/** A link that the caller may not see does not exist for them, also where they would write one. */
async function refuseUnseen(ctx: Context, id: string): Promise<void> {
  const seen = await ctx.db.link.count({ where: { AND: [{ id }, visibleLinks(ctx.actor)] } });
  if (seen === 0) throw notFound("link");
}

function refuseChange(ctx: Context, before: Link, expected: number | null): void {
  if (before.author.id !== requireUser(ctx.actor).userId) {
    throw new DomainError(
      "forbidden",
      `Only ${before.author.name}, who made this link, changes it.`,
    );
  }
  if (expected === null) {
    throw new DomainError(
      "version-needed",
      `Say which version you change, with If-Match: "VERSION".`,
    );
  }
  if (expected !== before.version) throw stale(before);
}

/** Both ends are held until we are done, so that neither changes its tag meanwhile. */
async function admitEnds(ctx: Context, { type, from, to }: LinkInput): Promise<string> {
  await ctx.db.$queryRaw`
    SELECT 1 FROM "annotation" WHERE "id" IN (${from}::uuid, ${to}::uuid) ORDER BY "id" FOR SHARE`;
  const ends = await ctx.db.annotation.findMany({
    where: { AND: [{ id: { in: [from, to] } }, visibleAnnotations(ctx.actor)] },
    select: {
      id: true,
      projectId: true,
      authorId: true,
      tag: true,
      state: true,
      project: { select: { layers: true } },
    },
  });
  const origin = ends.find((end) => end.id === from);
  const target = ends.find((end) => end.id === to);
  if (origin === undefined || target === undefined) throw notFound("annotation");
  authorize(ctx.actor, "link.write", origin);
  if (origin.projectId !== target.projectId) throw notFound("annotation");
  if (from === to) throw misfit("to", "An annotation cannot be tied to itself.");
  if (origin.authorId !== target.authorId && origin.project.layers === "blind") {
    throw new DomainError(
      "state",
      "This project is blind: a link stays within one person's work, or it would tell them of another's.",
    );
  }
  const reason = misfitOf(type, Tag.parse(origin.tag), Tag.parse(target.tag));
  if (reason !== null) throw misfit("type", reason);
  if (origin.state === "withdrawn" || target.state === "withdrawn") {
    throw new DomainError(
      "state",
      "One of the two annotations is withdrawn. Its author can bring it back first.",
    );
  }
  return origin.projectId;
}

async function refuseDuplicate(
  ctx: Context,
  id: string,
  { type, from, to }: LinkInput,
): Promise<void> {
  const same = [{ fromId: from, toId: to }];
  if (!DIRECTIONS[type].isDirected) same.push({ fromId: to, toId: from });
  const there = await ctx.db.link.findFirst({
    where: { type, OR: same, id: { not: id } },
    select: { id: true },
  });
  if (there === null) return;
  throw new DomainError("duplicate", "The two are tied in this way already.", {
    detail: { id: there.id },
  });
}

async function insert(
  ctx: Context,
  id: string,
  projectId: string,
  input: LinkInput,
): Promise<Link> {
  const { userId, name } = requireUser(ctx.actor);
  const times = { createdAt: ctx.now, updatedAt: ctx.now };
  const { type, from, to } = input;
  await ctx.db.link.createMany({
    data: [{ id, projectId, type, fromId: from, toId: to, authorId: userId, version: 1, ...times }],
  });
  const at = ctx.now.toISOString();
  return {
    id,
    projectId,
    type,
    from,
    to,
    version: 1,
    author: { id: userId, name },
    createdAt: at,
    updatedAt: at,
  };
}

async function update(ctx: Context, before: Link, { type, from, to }: LinkInput): Promise<Link> {
  const version = before.version + 1;
  const { count } = await ctx.db.link.updateMany({
    where: { id: before.id, version: before.version },
    data: { type, fromId: from, toId: to, version, updatedAt: ctx.now },
  });
  if (count === 0) {
    const row = await ctx.db.link.findUnique({ where: { id: before.id }, select: LINK_SELECT });
    throw row === null ? notFound("link") : stale(linkOf(row));
  }
  return { ...before, type, from, to, version, updatedAt: ctx.now.toISOString() };
}

function stale(current: Link): DomainError {
  return new DomainError("stale", "This link has been changed since you saw it.", {
    detail: { current },
  });
}

function misfit(field: string, message: string): DomainError {
  return new DomainError("invalid", message, { fields: { [field]: message } });
}
