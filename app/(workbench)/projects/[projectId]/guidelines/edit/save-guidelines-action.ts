"use server";

import { maybePageContext } from "#lib/access/session.ts";
import { DomainError, isDomainError } from "#lib/errors.ts";
import type { GuidelinesDocument } from "#lib/projects/guidelines-document.ts";
import { saveGuidelines } from "#lib/projects/save-guidelines.ts";
import { refusedForm } from "../../../../refused-form.ts";

type Answer =
  | { isSaved: true }
  | { isSaved: false; code: string; problem: string; current: number | null };

/**
 * Save a new version. Somebody whose session has ended is told so and stays where they are, since
 * their words stand in the page.
 */
export async function saveGuidelinesAction(
  projectId: string,
  document: GuidelinesDocument,
  from: number,
): Promise<Answer> {
  try {
    const ctx = await maybePageContext();
    if (ctx.actor.kind === "visitor") throw signedOut();
    await saveGuidelines(ctx, projectId, document, from);
    return { isSaved: true };
  } catch (error) {
    const { problem, code } = refusedForm(error);
    const current = isDomainError(error) ? error.detail.current : null;
    return { isSaved: false, problem, code, current: typeof current === "number" ? current : null };
  }
}

function signedOut(): DomainError {
  return new DomainError(
    "signed-out",
    "You are signed out. Sign in in another tab, then save again: your words are kept.",
  );
}
