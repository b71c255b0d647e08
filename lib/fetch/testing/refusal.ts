import { expect } from "vitest";
import { isDomainError, type DomainError } from "#lib/errors.ts";

/** The error by which a fetch is refused: a sentence for people, and nothing that a server said. */
export async function refusal(work: Promise<unknown>): Promise<DomainError> {
  const error: unknown = await work.then(
    () => new Error("Nothing was refused."),
    (error: unknown) => error,
  );
  if (!isDomainError(error)) throw error;
  // A sentence, and nothing of numbers or of what a server said.
  expect(error.message).toMatch(/^\S.*[.\w]$/su);
  expect(error.message).not.toMatch(/\b(?:\d{1,3}\.){3}\d{1,3}\b|SECRET/);
  return error;
}

/** The kind of trouble that such an error names. */
export async function problemOf(work: Promise<unknown>): Promise<unknown> {
  return (await refusal(work)).detail.problem;
}
