import { runInOrder } from "./run-in-order.ts";
import { addCounts, closingLine, type Counts } from "./tally.ts";

/** Run checks to their end, print the closing line, and end with 1 when anything failed. */
export function runToEnd(work: (signal: AbortSignal) => Promise<Counts[]>): Promise<never> {
  return runInOrder(async ({ signal, finish }) => {
    const counts = addCounts(await work(signal));
    process.stdout.write(`\n${closingLine(counts)}\n`);
    finish(counts.failed > 0 ? 1 : 0);
  });
}
