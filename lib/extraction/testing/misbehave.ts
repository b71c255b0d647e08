import { setTimeout as wait } from "node:timers/promises";
import { serveParent } from "../apart/serve-parent.ts";

/* A child that does what a job tells it to, for the tests of the pool. */

serveParent(async (job) => {
  switch (job) {
    case "loop":
      for (;;);
    case "wait":
      await wait(60_000);
      return "late";
    case "fill heap": {
      const held: object[] = [];
      for (;;) held.push(Array.from({ length: 1_000 }, () => ({})));
    }
    case "fill buffers": {
      const held: Buffer[] = [];
      for (;;) held.push(Buffer.alloc(8 * 1024 * 1024, 1));
    }
    case "exit":
      return process.exit(3);
    case "throw":
      setImmediate(() => {
        throw new Error("From nowhere.");
      });
      await wait(60_000);
      return "late";
    case "look around":
      return {
        variables: Object.keys(process.env),
        folder: process.cwd(),
        canReadOut: await canDo(async () => (await import("node:fs")).readdirSync("/etc")),
        canWrite: await canDo(async () =>
          (await import("node:fs")).writeFileSync(`/tmp/onrecord-${process.pid}`, ""),
        ),
        canStart: await canDo(async () => (await import("node:child_process")).execSync("true")),
        canFetch: await canDo(() => fetch("http://127.0.0.1:9/")),
        canConnect: await canDo(async () => {
          (await import("node:net")).connect(9, "127.0.0.1").on("error", () => {});
        }),
      };
    default:
      return { pid: process.pid, job };
  }
});

async function canDo(work: () => unknown): Promise<boolean> {
  try {
    await work();
    return true;
  } catch {
    return false;
  }
}
