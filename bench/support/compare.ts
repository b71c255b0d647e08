import type { BenchmarkRow } from "#scripts/benchmark.ts";
import { median, spread } from "./statistics.ts";

/** A row with the rounds behind it: how far they lay apart says how far to trust the medians. */
export type ComparedRow = BenchmarkRow & {
  rounds: number;
  spread: [number, number];
  peerSpread: [number, number];
};

/** Rounds of ours and of the peer, measured in turn in one run, as one row of medians. */
export function compared(given: {
  name: string;
  unit: string;
  /** Whether more is better, as with annotations a second. */
  isRate: boolean;
  values: readonly number[];
  peer: string;
  peerValues: readonly number[];
}): ComparedRow {
  const { name, unit, isRate, values, peer, peerValues } = given;
  const [value, peerValue] = [median(values), median(peerValues)];
  return {
    name,
    value,
    unit,
    peer,
    peerValue,
    ratio: isRate ? peerValue / value : value / peerValue,
    limit: null,
    rounds: values.length,
    spread: spread(values),
    peerSpread: spread(peerValues),
  };
}
