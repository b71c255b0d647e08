import { v7 as uuidv7 } from "uuid";
import type { Context } from "#lib/context.ts";
import { DomainError } from "#lib/errors.ts";
import type { AnnotationContent, AnnotationState, StoredAnnotation, Tag } from "./model.ts";
import { staleAnnotation } from "./queries.ts";
import { sameContent } from "./same-content.ts";
import { settleCarriesOf } from "./settle-carries.ts";
import { signatureOf } from "./signature.ts";
import { contentOf } from "./stored-annotation.ts";
import { mayStandAt } from "./tags-of-link-ends.ts";

export type NewAnnotation = Pick<
  StoredAnnotation,
  "id" | "projectId" | "articleId" | "revisionId" | "revision" | "author"
>;

/** Store a new draft with its first version. The caller has checked the content. */
export async function insertAnnotation(
  ctx: Context,
  made: NewAnnotation,
  content: AnnotationContent,
): Promise<StoredAnnotation> {
  const { tag, absent, doubt, attributes, segments } = content;
  // One statement, because annotations are written by the thousand. The first part is done first:
  // the others read from it.
  await ctx.db.$executeRaw`
    WITH made AS (
      INSERT INTO "annotation" ("id", "project_id", "article_id", "revision_id", "revision", "author_id", "tag", "state",
                                "version", "absent", "attributes", "doubt", "signature", "created_at", "updated_at")
      VALUES (${made.id}::uuid, ${made.projectId}::uuid, ${made.articleId}::uuid, ${made.revisionId}::uuid, ${made.revision},
              ${made.author.id}::uuid, ${tag}, 'draft', 1, ${absent}::text[], ${JSON.stringify(attributes)}::jsonb,
              ${doubt}, ${signatureOf(content)}, ${ctx.now}::timestamptz, ${ctx.now}::timestamptz)
      RETURNING "id"),
    written AS (
      INSERT INTO "annotation_version" ("annotation_id", "version", "writer_id", "content", "created_at")
      SELECT made."id", 1, ${made.author.id}::uuid, ${JSON.stringify(content)}::jsonb, ${ctx.now}::timestamptz FROM made)
    INSERT INTO "segment" ("id", "annotation_id", "role", "start", "end", "exact")
    SELECT s."id", made."id", s."role", s."start", s."end", s."exact"
      FROM made, jsonb_to_recordset(${JSON.stringify(segments.map((segment) => ({ id: uuidv7(), ...segment })))}::jsonb)
             AS s ("id" uuid, "role" text, "start" int, "end" int, "exact" text)`;
  const at = ctx.now.toISOString();
  return { ...made, ...content, state: "draft", version: 1, createdAt: at, updatedAt: at };
}

/**
 * Store new content on the version that the caller has seen, and the state that comes with it. The
 * author stays; who wrote the words stands with the version. Stale when somebody was quicker; refused
 * when a link would no longer fit.
 */
export async function updateContent(
  ctx: Context,
  before: StoredAnnotation,
  next: {
    content: AnnotationContent;
    state: AnnotationState;
    writerId: string;
    /** Left out: the revision stays. */
    revision?: { revisionId: string; revision: number };
  },
): Promise<StoredAnnotation> {
  const version = before.version + 1;
  const { content, state } = next;
  const { count } = await ctx.db.annotation.updateMany({
    where: { id: before.id, version: before.version },
    data: { ...columnsOf(content), ...next.revision, state, version, updatedAt: ctx.now },
  });
  if (count === 0) throw await staleAnnotation(ctx, before.id);
  if (before.tag !== content.tag) await refuseBrokenLinks(ctx, before.id, content.tag);
  const areSegmentsKept = sameContent(
    { ...contentOf(before), segments: content.segments },
    contentOf(before),
  );
  if (!areSegmentsKept) {
    await ctx.db.segment.deleteMany({ where: { annotationId: before.id } });
    await insertSegments(ctx, before.id, content);
  }
  await insertVersion(ctx, { annotationId: before.id, version, writerId: next.writerId, content });
  if (next.revision && next.revision.revisionId !== before.revisionId)
    await settleCarriesOf(ctx, before.id);
  return {
    ...before,
    ...content,
    ...next.revision,
    state,
    version,
    updatedAt: ctx.now.toISOString(),
  };
}

/** Move an annotation that the caller holds to another state, one version on. */
export async function updateState(
  ctx: Context,
  before: StoredAnnotation,
  state: AnnotationState,
  /** When it goes to review: since when it waits there. */
  more: { submittedAt?: Date } = {},
): Promise<StoredAnnotation> {
  const version = before.version + 1;
  const { count } = await ctx.db.annotation.updateMany({
    where: { id: before.id, version: before.version },
    data: { state, version, updatedAt: ctx.now, ...more },
  });
  if (count === 0) throw await staleAnnotation(ctx, before.id);
  return { ...before, state, version, updatedAt: ctx.now.toISOString() };
}

function columnsOf(content: AnnotationContent) {
  const { tag, absent, attributes, doubt } = content;
  return { tag, absent, attributes, doubt, signature: signatureOf(content) };
}

async function insertSegments(
  ctx: Context,
  annotationId: string,
  { segments }: AnnotationContent,
): Promise<void> {
  await ctx.db.segment.createMany({
    data: segments.map((segment) => ({ id: uuidv7(), annotationId, ...segment })),
  });
}

async function insertVersion(
  ctx: Context,
  row: { annotationId: string; version: number; writerId: string; content: AnnotationContent },
): Promise<void> {
  await ctx.db.annotationVersion.createMany({ data: { ...row, createdAt: ctx.now } });
}

/** A link made at this moment waits for our row, or we see it here. */
async function refuseBrokenLinks(ctx: Context, id: string, tag: Tag): Promise<void> {
  const links = await ctx.db.link.findMany({
    where: { OR: [{ fromId: id }, { toId: id }] },
    select: { id: true, type: true, fromId: true, toId: true },
  });
  const broken = links.filter(
    (link) => mayStandAt(link.type, link.fromId === id ? "from" : "to", tag) === false,
  );
  if (broken.length === 0) return;
  const kinds = [...new Set(broken.map((link) => link.type))].join(", ");
  throw new DomainError(
    "state",
    `As a ${tag} this could not keep its links (${kinds}). Remove them first.`,
    {
      detail: {
        links: broken.map((link) => ({
          id: link.id,
          type: link.type,
          from: link.fromId,
          to: link.toId,
        })),
      },
    },
  );
}
