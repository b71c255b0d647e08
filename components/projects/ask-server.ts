import { z } from "zod";

export type ServerAnswer<T> =
  | { isDone: true; status: number; value: T }
  | { isDone: false; code: string; problem: string; fields: Readonly<Record<string, string>> };

/**
 * Ask our own API from the page. Never throws: whatever stands in the way comes back as a sentence,
 * so that what was to be sent can be kept and sent again.
 */
export async function askServer<S extends z.ZodType>(
  path: string,
  init: RequestInit,
  answer: S,
): Promise<ServerAnswer<z.output<S>>> {
  let response: Response;
  try {
    response = await fetch(`/api/v1${path}`, { credentials: "same-origin", ...init });
  } catch {
    return refused(
      "offline",
      "The connection is gone. Nothing is lost here; try again in a moment.",
    );
  }
  const body: unknown = await response.json().catch(() => null);
  if (response.status === 401) {
    return refused(
      "signed-out",
      "You are signed out. Sign in in another tab, then try again here: nothing is lost.",
    );
  }
  if (!response.ok) {
    const problem = Problem.safeParse(body);
    if (problem.success) {
      return refused(problem.data.code, problem.data.message, problem.data.fields);
    }
    return refused("incident", `The server answered ${response.status}. Try again in a moment.`);
  }
  const value = answer.safeParse(body);
  if (!value.success)
    return refused("incident", "The server’s answer could not be read. Load the page anew.");
  return { isDone: true, status: response.status, value: value.data };
}

const Problem = z.object({
  code: z.string(),
  message: z.string(),
  fields: z.record(z.string(), z.string()).optional(),
});

function refused(
  code: string,
  problem: string,
  fields: Readonly<Record<string, string>> = {},
): ServerAnswer<never> {
  return { isDone: false, code, problem, fields };
}
