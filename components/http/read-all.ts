import { callApi, type ApiOutcome } from "./call-api.ts";

type Page<T> = { items: T[]; next: string | null };

/** All pages of a list, one after another; or the first refusal on the way. */
export async function readAll<T>(path: string, signal?: AbortSignal): Promise<ApiOutcome<T[]>> {
  const items: T[] = [];
  let after = "";
  for (;;) {
    const joint = path.includes("?") ? "&" : "?";
    const outcome = await callApi<Page<T>>({
      method: "GET",
      path: `${path}${joint}limit=1000${after}`,
      ...(signal && { signal }),
    });
    if (outcome.kind !== "done") return outcome;
    items.push(...outcome.body.items);
    if (outcome.body.next === null) return { ...outcome, body: items };
    after = `&after=${encodeURIComponent(outcome.body.next)}`;
  }
}
