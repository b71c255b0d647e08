import { describe, expect, it } from "vitest";
import { reanchor, type Reanchored } from "./reanchor.ts";
import { isUnambiguous, judge, makeTrial, type Mark, type Trial } from "./testing/trial.ts";

/**
 * Invented articles, each with a quotation that stands in it five times, changed up to twelve times
 * each; every character knows where it came from. The whole run:
 * REANCHOR_TRIALS=100000 REANCHOR_SEED=1 npx vitest run lib/text/reanchor/reanchor.property.test.ts
 */
const TRIALS = Number(process.env.REANCHOR_TRIALS ?? 600);
const SEED = Number(process.env.REANCHOR_SEED ?? Math.floor(Math.random() * 2 ** 31));
const MARKS = 6;

describe(`reanchor on generated edits, ${TRIALS} trials from seed ${SEED}`, () => {
  it(
    "puts no mark on wrong words, and carries those whose words stand unambiguous",
    { timeout: 60_000 + TRIALS * 50 },
    () => {
      const tally = { wrong: [] as string[], untold: 0, unambiguous: 0, carried: 0 };
      const statuses = new Map<string, number>();
      for (let n = 0; n < TRIALS; n++) {
        const trial = makeTrial(SEED + n, MARKS);
        for (const [index, found] of reanchor(trial.old, trial.now, trial.marks).entries()) {
          const mark = trial.marks[index];
          if (!mark) throw new Error("There are as many answers as spans.");
          statuses.set(found.status, (statuses.get(found.status) ?? 0) + 1);
          const verdict = judge(trial, mark, found);
          if (verdict === "wrong") tally.wrong.push(told(SEED + n, trial, mark, found));
          if (verdict === "nobody can tell") tally.untold++;
          if (!isUnambiguous(trial, mark)) continue;
          tally.unambiguous++;
          if (found.status === "exact" || found.status === "moved") tally.carried++;
        }
      }
      if (TRIALS >= 10_000) {
        const { wrong, ...rest } = tally;
        process.stdout.write(
          `${JSON.stringify({ trials: TRIALS, marks: TRIALS * MARKS, wrong: wrong.length, ...rest, ...Object.fromEntries(statuses) })}\n`,
        );
      }
      expect(tally.wrong).toEqual([]);
      expect(tally.carried / tally.unambiguous).toBeGreaterThan(0.985);
      expect(TRIALS < 10_000 || tally.carried / tally.unambiguous >= 0.99).toBe(true);
    },
  );
});

function told(seed: number, trial: Trial, mark: Mark, found: Reanchored): string {
  const around = (text: string, start: number, end: number) =>
    Array.from(text)
      .slice(Math.max(0, start - 30), end + 30)
      .join("");
  return JSON.stringify({
    seed,
    mark,
    found,
    old: around(trial.old, mark.start, mark.end),
    now: found.start === null ? null : around(trial.now, found.start, found.end),
  });
}
