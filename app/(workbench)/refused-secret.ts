import type { SecretAnswer } from "#components/access/secret-form.tsx";
import { refusedForm } from "./refused-form.ts";

/** Any error as a form says it that would have shown a link or a token. */
export function refusedSecret(thrown: unknown): SecretAnswer {
  const { problem, fields } = refusedForm(thrown);
  return { kind: "refused", problem, fields };
}
