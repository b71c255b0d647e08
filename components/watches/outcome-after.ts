import { callApi } from "#components/http/call-api.ts";
import type { Watch } from "#lib/watches/model.ts";

const FIRST_MS = 500;
const LATE_MS = 5_000;
const LONGEST_MS = 90_000;

/**
 * What the next fetch of a source came to: waits until it is another fetch than the one of `before`.
 * Null when none was made in a minute and a half, or when nobody waits any more.
 */
export async function outcomeAfter(
  before: Pick<Watch, "id" | "fetchedAt">,
  signal: AbortSignal,
): Promise<Watch | null> {
  const until = Date.now() + LONGEST_MS;
  for (let pause = FIRST_MS; Date.now() < until; pause = Math.min(LATE_MS, pause * 1.5)) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    if (signal.aborted) return null;
    const outcome = await callApi<Watch>({ method: "GET", path: `/watches/${before.id}`, signal });
    if (outcome.kind === "done" && outcome.body.fetchedAt !== before.fetchedAt) return outcome.body;
    if (outcome.kind === "refused" || outcome.kind === "signed-out") return null;
  }
  return null;
}
