import { authorize, requireUser } from "#lib/access/permissions.ts";
import { seesEveryLayer } from "#lib/access/visibility.ts";
import { beginWork } from "#lib/articles/put-work.ts";
import { record } from "#lib/audit/record.ts";
import type { Context } from "#lib/context.ts";
import { isCheckViolation, isUniqueViolation } from "#lib/db/conflicts.ts";
import { DomainError, notFound } from "#lib/errors.ts";
import { inTransactionOrAgain } from "#lib/transaction.ts";
import { changeAnnotation, type Change } from "./change-annotation.ts";
import { checkContent } from "./check-content.ts";
import { annotationWritten } from "./events.ts";
import { fitContent, misfit } from "./fit-content.ts";
import { wrongState } from "./life-cycle.ts";
import type { AnnotationInput, StoredAnnotation } from "./model.ts";
import { findByIdUnseen } from "./queries.ts";
import { receivedAnnotation } from "./stored-annotation.ts";
import { insertAnnotation, updateContent } from "./write-content.ts";

export type PutAnnotation = { annotation: StoredAnnotation; isNew: boolean };

/**
 * Tag some words of an article, or change such a tag. The client chooses the id; repeating the
 * request changes nothing. `expected` is the version that the caller has seen (null: none named).
 */
export async function putAnnotation(
  ctx: Context,
  id: string,
  input: AnnotationInput,
  expected: number | null,
): Promise<PutAnnotation> {
  try {
    // The same id, the same marking, or a new revision may be written at this very moment.
    return await inTransactionOrAgain(
      ctx,
      (ctx) => write(ctx, id, input, expected),
      (error) => isUniqueViolation(error) || isCheckViolation(error, "annotation_revision"),
    );
  } catch (error) {
    if (!isCheckViolation(error, "segment_has_ink")) throw error;
    throw misfit({ fields: { segments: "Nothing but white space is marked." } });
  }
}

async function write(
  ctx: Context,
  id: string,
  input: AnnotationInput,
  expected: number | null,
): Promise<PutAnnotation> {
  const before = await findByIdUnseen(ctx, id);
  if (before !== null) admitToAnnotation(ctx, before);
  const { userId, name } = requireUser(ctx.actor);
  const checked = checkContent(input);
  if ("fields" in checked) {
    if (before === null) await admitToArticle(ctx, input.articleId);
    throw misfit(checked);
  }
  const { content: sent } = checked;
  const change = changeAnnotation(before, { ...input, content: sent }, { userId, expected });
  if (before !== null && change.kind === "unchanged") return { annotation: before, isNew: false };
  if (before !== null) refuse(change, before);

  const { articleId, revision } = input;
  const { place, content } = await fitContent(
    ctx,
    { id, articleId, revision, authorId: userId, content: sent },
    (place) => authorize(ctx.actor, "annotation.write", place),
  );
  const { projectId, revisionId } = place;
  const annotation =
    before !== null && change.kind === "change"
      ? await updateContent(ctx, before, {
          content,
          state: change.state,
          writerId: userId,
          revision: { revisionId, revision: place.revision },
        })
      : await insertAnnotation(
          ctx,
          {
            id,
            projectId,
            articleId,
            revisionId,
            revision: place.revision,
            author: { id: userId, name },
          },
          content,
        );
  await record(ctx, annotationWritten(before, annotation));
  if (!place.hasBegun) await beginWork(ctx, place);
  return { annotation, isNew: before === null };
}

/** An annotation that the caller may not see does not exist for them, also where they would write one. */
function admitToAnnotation(ctx: Context, before: StoredAnnotation): void {
  authorize(ctx.actor, "annotation.write", before);
  if (before.author.id === requireUser(ctx.actor).userId) return;
  if (!seesEveryLayer(ctx.actor, before.projectId)) throw notFound("annotation");
}

/** Whoever may not write there is told that, and not what is wrong with what they sent. */
async function admitToArticle(ctx: Context, articleId: string): Promise<void> {
  const article = await ctx.db.article.findUnique({
    where: { id: articleId },
    select: { projectId: true },
  });
  if (article === null) throw notFound("article");
  authorize(ctx.actor, "annotation.write", article);
}

function refuse(change: Change, before: StoredAnnotation): void {
  switch (change.kind) {
    case "not-yours":
      throw new DomainError(
        "forbidden",
        `Only ${before.author.name}, who made this annotation, changes it.`,
      );
    case "other-article":
      throw new DomainError("state", "An annotation stays in the article in which it was made.");
    case "wrong-state":
      throw wrongState("write", before.state);
    case "version-needed":
      throw new DomainError(
        "version-needed",
        `Say which version you change, with If-Match: "VERSION".`,
      );
    case "stale":
      throw new DomainError("stale", "This annotation has been changed since you saw it.", {
        detail: { current: receivedAnnotation(before) },
      });
    default:
  }
}
