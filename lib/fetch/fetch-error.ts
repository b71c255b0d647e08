import { DomainError } from "#lib/errors.ts";

/** Why nothing was fetched, as a token: programs choose by it what to do next. */
export type FetchProblem =
  | "address"
  | "not-public"
  | "no-such-site"
  | "name-service"
  | "unreachable"
  | "refused"
  | "certificate"
  | "broken-off"
  | "slow"
  | "too-large"
  | "redirect"
  | "robots"
  | "status"
  | "media-type"
  | "wall"
  | "busy"
  | "stopped";

/**
 * A refusal of the fetcher. Its sentence says what a person may do about it and never repeats what a
 * server answered, nor to which number a name resolved. `detail.isTemporary`: the same may succeed later.
 */
export function fetchError(
  problem: FetchProblem,
  message: string,
  more: { isTemporary?: boolean; status?: number; retryAfterSeconds?: number } = {},
): DomainError {
  const { isTemporary = false, ...rest } = more;
  return new DomainError(
    problem === "too-large" ? "too-large" : isTemporary ? "unavailable" : "invalid",
    message,
    { fields: { url: message }, detail: { problem, isTemporary, ...rest } },
  );
}

/** Ends the sentences whose page a person can see but a program cannot. */
export const OFFER_PASTE = "Open it in your browser and paste its text.";
