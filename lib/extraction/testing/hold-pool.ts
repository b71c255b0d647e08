import { makePool } from "../apart/pool.ts";

/* A process with two children, one that never ends and one without work; says their ids, for a test that kills it. */

const pool = makePool({
  script: ["lib", "extraction", "testing", "misbehave.ts"],
  size: 2,
  heapMb: 128,
  memoryMb: 512,
  timeLimitMs: 60_000,
  jobsPerChild: 10,
  idleMs: 60_000,
});
const idle = pool.run("hello");
void pool.run("loop");
await idle;
process.stdout.write(`${JSON.stringify(pool.pids())}\n`);
