/** One measured figure, beside the peer or the limit that it is measured against. */
export type BenchmarkRow = {
  /** What was done: "put 1,000 annotations over HTTP". */
  name: string;
  value: number;
  /** The unit of both values: "ms", "rows/s". */
  unit: string;
  /** What the peer is: "the same rows through the driver". */
  peer: string;
  peerValue: number;
  /** How many times the peer's cost ours is; 1 is as good as the peer, 2 twice as dear. */
  ratio: number;
  /** The highest ratio that is accepted; null where none was agreed. */
  limit: number | null;
};

/** What a file `bench/NAME.bench.ts` exports as its default. It cleans up behind itself. */
export type Benchmark = () => Promise<BenchmarkRow[]>;
