import robotsParser from "robots-parser";
import { fetchError } from "./fetch-error.ts";

/** The name by which a robots.txt addresses us. */
export const ROBOT_NAME = "Onrecord";

/** What was found at an origin's robots.txt: its text, that there is none, or that it cannot be had. */
export type RobotsAnswer = { kind: "rules"; text: string } | { kind: "none" } | { kind: "away" };

type Known = { answer: RobotsAnswer; at: number };

const HOUR_MS = 3_600_000;
/** RFC 9309 2.4: rules are used for a day at most, unless they cannot be had anew. */
const FRESH_MS = 24 * HOUR_MS;
/** What could not be had is asked for again soon. */
const AWAY_MS = HOUR_MS / 12;
/** RFC 9309 2.3.1.4 lets rules of long ago go; until then they hold while the site is away. */
const STALE_MS = 30 * 24 * HOUR_MS;
const MOST_ORIGINS = 1_000;
/** Of all rules that are remembered: a stranger's may be half a megabyte. */
const MOST_CHARACTERS = 20_000_000;

/**
 * Rules for programs, remembered for each origin. Failures are taken as RFC 9309 says: no such file
 * (4xx) allows everything; a server's fault or no answer forbids everything, unless the rules of less
 * than thirty days ago are still known.
 */
export function robotsMemory(now: () => number = Date.now) {
  const known = new Map<string, Known>();
  const asking = new Map<string, Promise<RobotsAnswer>>();

  async function answerFor(origin: string, ask: () => Promise<RobotsAnswer>) {
    const before = known.get(origin);
    const age = now() - (before?.at ?? 0);
    if (before && age < (before.answer.kind === "away" ? AWAY_MS : FRESH_MS)) return before.answer;
    const answer = await ask();
    const hasOld = before !== undefined && before.answer.kind !== "away" && age < STALE_MS;
    if (answer.kind === "away" && hasOld) return before.answer;
    known.delete(origin);
    known.set(origin, { answer, at: now() });
    forgetOldest();
    return answer;
  }

  function forgetOldest(): void {
    let characters = 0;
    for (const [index, [origin, { answer }]] of [...known].toReversed().entries()) {
      characters += answer.kind === "rules" ? answer.text.length : 0;
      if (index >= MOST_ORIGINS || characters > MOST_CHARACTERS) known.delete(origin);
    }
  }

  /** Those who ask for one origin at once wait for one answer. */
  function once(origin: string, ask: () => Promise<RobotsAnswer>): Promise<RobotsAnswer> {
    const running = asking.get(origin);
    if (running) return running;
    const started = answerFor(origin, ask).finally(() => asking.delete(origin));
    asking.set(origin, started);
    return started;
  }

  return { once };
}

export type RobotsMemory = ReturnType<typeof robotsMemory>;

/** Refuses an address that the rules forbid, or all of them while the rules cannot be had. */
export function refuseForbidden(url: URL, answer: RobotsAnswer): void {
  if (answer.kind === "none") return;
  if (answer.kind === "away") {
    throw fetchError(
      "robots",
      `The rules that ${url.hostname} has for programs (robots.txt) cannot be read just now, so nothing is fetched. Try again later.`,
      { isTemporary: true },
    );
  }
  const rules = robotsParser(new URL("/robots.txt", url).href, affordable(answer.text));
  if (rules.isAllowed(url.href, ROBOT_NAME) !== false) return;
  throw fetchError(
    "robots",
    `${url.hostname} asks programs to leave this page alone (robots.txt). Open it in your browser and paste its text; a manager decides under Settings whether this project keeps to such rules.`,
  );
}

/** More than any honest site has; each costs up to the length of an address to try. */
const MOST_WILDCARDS = 5_000;

/** The rules without the patterns that would take seconds to decide: whoever writes them loses them. */
function affordable(text: string): string {
  let wildcards = 0;
  const kept = text.split(/\r\n|\r|\n/).filter((line) => {
    const rule = line.replace(/#.*/, "");
    if (!/^\s*(dis)?allow\s*:/i.test(rule)) return true;
    wildcards += rule.split("*").length - 1;
    return wildcards <= MOST_WILDCARDS || !rule.includes("*");
  });
  return kept.join("\n");
}
