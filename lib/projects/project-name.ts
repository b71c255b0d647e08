import { DomainError } from "#lib/errors.ts";

/** The refusal when two projects would bear one name. */
export function projectNameTaken(name: string): DomainError {
  const sentence = `There is a project named ${name} already.`;
  return new DomainError("duplicate", sentence, { fields: { name: sentence } });
}
