import { spawn } from "node:child_process";
import { once } from "node:events";
import { afterEach, describe, expect, it } from "vitest";
import { repositoryRoot } from "#lib/env.ts";
import { LostChild, makePool, type Pool, type PoolOptions } from "./pool.ts";

let pool: Pool;

function start(options: Partial<PoolOptions> = {}): Pool {
  pool = makePool({
    script: ["lib", "extraction", "testing", "misbehave.ts"],
    size: 2,
    heapMb: 64,
    memoryMb: 400,
    timeLimitMs: 20_000,
    jobsPerChild: 100,
    idleMs: 10_000,
    ...options,
  });
  return pool;
}

afterEach(() => pool.close());

const lost = (work: Promise<unknown>) =>
  work.then(
    (value) => `answered ${JSON.stringify(value)}`,
    (error: unknown) => (error instanceof LostChild ? error.reason : String(error)),
  );

async function isGone(pid: number): Promise<boolean> {
  for (const deadline = Date.now() + 15_000; Date.now() < deadline;) {
    try {
      process.kill(pid, 0);
    } catch {
      return true;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}

describe("a pool of children", { timeout: 60_000 }, () => {
  it("does jobs with few children, each used again, and replaced after its number of jobs", async () => {
    start({ jobsPerChild: 3 });
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, index) => pool.run(`job ${index}`)),
    );
    const told = answers as { pid: number; job: string }[];
    expect(told.map(({ job }) => job)).toEqual(Array.from({ length: 12 }, (_, i) => `job ${i}`));
    const times = Map.groupBy(told, ({ pid }) => pid);
    expect(Math.max(...[...times.values()].map(({ length }) => length))).toBeLessThanOrEqual(3);
    expect(times.size).toBeLessThanOrEqual(6);
  });

  it("hands bytes over whole", async () => {
    const bytes = Uint8Array.from({ length: 3_000_000 }, (_, index) => index % 251);
    const { job } = (await start().run({ bytes })) as { job: { bytes: Uint8Array } };
    expect(Buffer.compare(job.bytes, bytes)).toBe(0);
  });

  it("loses one job to a child that loops for ever, and no other", async () => {
    start({ timeLimitMs: 1_500 });
    const [looping, ...others] = await Promise.all(
      ["loop", "a", "b", "c"].map((job) => lost(pool.run(job))),
    );
    expect(looping).toBe("time");
    expect(others).toEqual([
      expect.stringContaining('"a"'),
      expect.stringContaining('"b"'),
      expect.stringContaining('"c"'),
    ]);
  });

  it("loses one that takes memory without end, within V8 or beside it", async () => {
    start();
    expect(await lost(pool.run("fill heap"))).toBe("memory");
    expect(await lost(pool.run("fill buffers"))).toBe("memory");
    expect(await lost(pool.run("fine"))).toContain("fine");
  });

  it("loses one that exits or throws from nowhere", async () => {
    start();
    expect(await lost(pool.run("exit"))).toBe("crash");
    expect(await lost(pool.run("throw"))).toBe("crash");
    expect(await lost(pool.run("fine"))).toContain("fine");
  });

  it("gives a child nothing of ours, and lets it do nothing but read its program", async () => {
    const seen = (await start().run("look around")) as Record<string, unknown>;
    expect(seen).toMatchObject({
      canReadOut: false,
      canWrite: false,
      canStart: false,
      canFetch: false,
      canConnect: false,
    });
    expect(seen["folder"]).not.toBe(process.cwd());
    expect(
      (seen["variables"] as string[]).filter((name) => /ONRECORD|DATABASE|SECRET/.test(name)),
    ).toEqual([]);
  });

  it("lets a child without work go", async () => {
    start({ idleMs: 100 });
    const { pid } = (await pool.run("a")) as { pid: number };
    expect(await isGone(pid)).toBe(true);
    expect(pool.pids()).toEqual([]);
  });

  it("blames no job for a child that ended before", async () => {
    start({ size: 1 });
    const { pid } = (await pool.run("a")) as { pid: number };
    process.kill(pid, "SIGKILL");
    expect(await lost(pool.run("b"))).toContain('"b"');
  });

  it("says that a child cannot start, and blames no file for it", async () => {
    start({ script: ["lib", "extraction", "testing", "absent.ts"] });
    expect(await lost(pool.run("a"))).toMatch(/ended as it started/);
  });

  it.skipIf(process.platform === "win32")(
    "ends its children when the process is killed, also one that loops",
    async () => {
      start();
      const script = `${repositoryRoot()}/lib/extraction/testing/hold-pool.ts`;
      const holder = spawn(process.execPath, [script], { stdio: ["ignore", "pipe", "inherit"] });
      const [line] = (await once(holder.stdout, "data")) as [Buffer];
      const pids = JSON.parse(line.toString()) as number[];
      expect(pids).toHaveLength(2);
      holder.kill("SIGKILL");
      expect(await Promise.all(pids.map(isGone))).toEqual([true, true]);
    },
  );
});
