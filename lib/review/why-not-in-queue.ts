import type { StoredAnnotation } from "#lib/annotations/model.ts";
import { getAnnotation } from "#lib/annotations/queries.ts";
import type { Context } from "#lib/context.ts";
import { isDomainError } from "#lib/errors.ts";
import { requireUser } from "#lib/access/permissions.ts";
import { refuseInBlind } from "./decide.ts";
import { refuseOwnWork } from "./four-eyes.ts";
import { findLastReview } from "./queries.ts";

/**
 * Why an annotation does not wait for the caller's decision, as a sentence: it is their own work,
 * decided, or not submitted. Null when it is not there for them, or does wait.
 */
export async function whyNotInQueue(
  ctx: Context,
  projectId: string,
  id: string,
): Promise<string | null> {
  try {
    const annotation = await getAnnotation(ctx, id);
    if (annotation.projectId !== projectId) return null;
    if (annotation.state !== "submitted") return await standingWords(ctx, annotation);
    await refuseInBlind(ctx, projectId);
    await refuseOwnWork(ctx, id, requireUser(ctx.actor).userId);
    return null;
  } catch (error) {
    if (isDomainError(error) && ["own-work", "state"].includes(error.code)) return error.message;
    if (isDomainError(error) && error.code === "not-found") return null;
    throw error;
  }
}

async function standingWords(ctx: Context, { id, state }: StoredAnnotation): Promise<string> {
  const isDecided = state === "approved" || state === "rejected";
  const last = isDecided ? await findLastReview(ctx, id) : null;
  if (!last) return `This annotation is ${state}, so there is nothing to decide.`;
  const isMine = last.reviewer.id === requireUser(ctx.actor).userId;
  return `${isMine ? "You have" : `${last.reviewer.name} has`} ${state} this annotation already.`;
}
