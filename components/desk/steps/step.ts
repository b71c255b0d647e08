import type { Change } from "../outbox/change.ts";

/** Something the reader did, and what undoes it. */
export type Step = {
  /** Version 7 of UUID: sorted by it, steps stand in the order in which they were taken. */
  readonly key: string;
  /** What was done, to go behind "Undo:". */
  readonly label: string;
  readonly changes: readonly Change[];
  readonly inverse: readonly Change[];
  /**
   * What the step left behind, by what it touched. Where something else stands by now, somebody has
   * gone on from there, and the step is neither undone nor done again.
   */
  readonly left: Readonly<Record<string, string>>;
};

export type Steps = { readonly undo: readonly Step[]; readonly redo: readonly Step[] };

/** As many steps as anybody goes back. */
export const MOST_STEPS = 200;

/** A new step: what had been undone can no longer be done again. */
export function taken({ undo }: Steps, step: Step): Steps {
  return { undo: [...undo, step].slice(-MOST_STEPS), redo: [] };
}

export function undone({ undo, redo }: Steps, step: Step): Steps {
  return { undo: undo.slice(0, -1), redo: [...redo, step] };
}

export function doneAgain({ undo, redo }: Steps, step: Step): Steps {
  return { undo: [...undo, step], redo: redo.slice(0, -1) };
}

/** The rows to write and to remove so that what is kept says what the steps say. */
export function rowsBetween(before: Steps, now: Steps): { put: KeptStep[]; remove: string[] } {
  const old = new Map(rowsOf(before).map((row) => [row.step.key, row]));
  const put: KeptStep[] = [];
  for (const row of rowsOf(now)) {
    const known = old.get(row.step.key);
    old.delete(row.step.key);
    if (known?.step !== row.step || known.stack !== row.stack) put.push(row);
  }
  return { put, remove: [...old.keys()] };
}

/** A step as it lies in the browser's database. */
export type KeptStep = { readonly stack: "undo" | "redo"; readonly step: Step };

/** The stacks again from what was kept: what was undone first lies undermost. */
export function stepsFrom(rows: readonly KeptStep[]): Steps {
  const stack = (name: KeptStep["stack"]) =>
    rows
      .filter((row) => row.stack === name)
      .map(({ step }) => step)
      .toSorted((a, b) => (a.key < b.key ? -1 : 1));
  return { undo: stack("undo"), redo: stack("redo").toReversed() };
}

function rowsOf({ undo, redo }: Steps): KeptStep[] {
  return [
    ...undo.map((step): KeptStep => ({ stack: "undo", step })),
    ...redo.map((step): KeptStep => ({ stack: "redo", step })),
  ];
}
