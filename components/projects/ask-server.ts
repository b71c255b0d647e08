import { type ApiCall, callApi } from "#components/http/call-api.ts";

export type ServerAnswer<T> =
  | { isDone: true; status: number; value: T }
  | { isDone: false; code: string; problem: string; fields: Readonly<Record<string, string>> };

/**
 * Ask our own API for a form of the page, which keeps what was filled in: whatever stands in the way
 * comes back as a sentence that says what to do.
 */
export async function askServer<T>(call: ApiCall): Promise<ServerAnswer<T>> {
  const outcome = await callApi<T>(call);
  switch (outcome.kind) {
    case "done":
      return { isDone: true, status: outcome.status, value: outcome.body };
    case "signed-out":
      return refused("signed-out", SIGNED_OUT);
    case "unreachable":
      return refused(outcome.problem.code, `${outcome.problem.message} ${TRY_AGAIN}`);
    case "refused":
      return refused(outcome.problem.code, outcome.problem.message, outcome.problem.fields);
  }
}

const SIGNED_OUT =
  "You are signed out. Sign in in another tab, then try again here: nothing is lost.";
const TRY_AGAIN = "Nothing is lost here; try again in a moment.";

function refused(
  code: string,
  problem: string,
  fields: Readonly<Record<string, string>> = {},
): ServerAnswer<never> {
  return { isDone: false, code, problem, fields };
}
