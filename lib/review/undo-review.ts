import { authorize, requireUser } from "#lib/access/permissions.ts";
import { carriedSince } from "#lib/annotations/carried-since.ts";
import { follow } from "#lib/annotations/life-cycle.ts";
import type { AnnotationContent, StoredAnnotation } from "#lib/annotations/model.ts";
import { holdAnnotation, listVersions, staleAnnotation } from "#lib/annotations/queries.ts";
import { updateContent, updateState } from "#lib/annotations/write-content.ts";
import { record } from "#lib/audit/record.ts";
import type { Context } from "#lib/context.ts";
import { isUniqueViolation } from "#lib/db/conflicts.ts";
import { DomainError } from "#lib/errors.ts";
import { reanchor } from "#lib/text/reanchor/reanchor.ts";
import { inTransaction } from "#lib/transaction.ts";
import { reviewUndone } from "./events.ts";
import type { Review } from "./model.ts";
import { listReviews } from "./queries.ts";

/**
 * A reviewer takes their own last decision back: the annotation waits for review again, in its old
 * place, and a correction that came with the decision is undone. Refused once anything has changed
 * since. A repeated request changes nothing.
 */
export async function undoReview(
  ctx: Context,
  id: string,
  expected: number | null,
): Promise<StoredAnnotation> {
  try {
    return await inTransaction(ctx, (ctx) => undo(ctx, id, expected));
  } catch (error) {
    if (!isUniqueViolation(error, "annotation_once")) throw error;
    throw new DomainError(
      "state",
      "Its author has marked the words as they were before your correction again, in another annotation.",
    );
  }
}

async function undo(ctx: Context, id: string, expected: number | null): Promise<StoredAnnotation> {
  const before = await holdAnnotation(ctx, id);
  authorize(ctx.actor, "annotation.review", before);
  const { userId } = requireUser(ctx.actor);
  const last = (await listReviews(ctx, id)).at(-1);
  // Being carried to another revision, its words unchanged, is no change of it.
  const carried = last === undefined ? 0 : await carriedSince(ctx, id, last.version);
  if (isUndone(before, last, userId, carried)) return before;
  if (expected !== null && expected !== before.version) throw await staleAnnotation(ctx, id);
  if (!last || last.undoneAt !== null || last.reviewer.id !== userId) {
    throw new DomainError("state", "The last decision on this annotation is not yours.", {
      detail: { state: before.state },
    });
  }
  if (
    before.version !== last.version + 1 + carried ||
    follow("undo-review", before.state) !== "submitted"
  ) {
    throw new DomainError("state", "This annotation has changed since your decision.", {
      detail: { state: before.state },
    });
  }
  await ctx.db.review.updateMany({ where: { id: last.id }, data: { undoneAt: ctx.now } });
  const after =
    last.correctedVersion === null
      ? await updateState(ctx, before, "submitted")
      : await putBack(ctx, before, last, carried);
  await record(ctx, reviewUndone(before, after, last));
  return after;
}

/** The words go back to whoever wrote them; so the reviewer has written no version of it. */
async function putBack(
  ctx: Context,
  before: StoredAnnotation,
  review: Review,
  carried: number,
): Promise<StoredAnnotation> {
  const judged = (await listVersions(ctx, before.id)).findLast(
    ({ version }) => version <= review.version,
  );
  if (judged === undefined)
    throw new Error(`Annotation ${before.id} has no version before its review.`);
  return await updateContent(ctx, before, {
    content:
      carried === 0 ? judged.content : await onNewText(ctx, before, judged.content, review.version),
    state: "submitted",
    writerId: judged.writer.id,
  });
}

/** The judged words, where they stand in the text that the annotation has been carried to since. */
async function onNewText(
  ctx: Context,
  { id, articleId, revision }: StoredAnnotation,
  content: AnnotationContent,
  judgedVersion: number,
): Promise<AnnotationContent> {
  const first = await ctx.db.annotationVersion.findFirstOrThrow({
    where: { annotationId: id, version: { gt: judgedVersion }, carriedFrom: { not: null } },
    select: { carriedFrom: true },
    orderBy: { version: "asc" },
  });
  const textOf = async (number: number) => {
    const place = { articleId_number: { articleId, number } };
    const { text } = await ctx.db.revision.findUniqueOrThrow({ where: place });
    return text;
  };
  const spans = content.segments.map(({ start, end }, n) => ({ id: String(n), start, end }));
  const found = reanchor(
    await textOf(first.carriedFrom ?? revision),
    await textOf(revision),
    spans,
  );
  const segments = content.segments.map((segment, n) => {
    const now = found[n];
    if (now?.status !== "exact" && now?.status !== "moved") {
      throw new DomainError(
        "state",
        "The article's text has changed since, and the words as they were before your correction do not stand in it.",
      );
    }
    return { ...segment, start: now.start, end: now.end };
  });
  return { ...content, segments: segments.sort((a, b) => a.start - b.start) };
}

function isUndone(
  annotation: StoredAnnotation,
  last: Review | undefined,
  userId: string,
  carried: number,
): boolean {
  return (
    annotation.state === "submitted" &&
    last?.reviewer.id === userId &&
    last.undoneAt !== null &&
    annotation.version === last.version + 2 + carried
  );
}
