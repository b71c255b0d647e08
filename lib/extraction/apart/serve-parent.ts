import { Worker } from "node:worker_threads";
import { BEGUN } from "./begun.ts";

/**
 * The child's side of the pool: answers each value from the parent with what `work` makes of it, and
 * ends with the parent. `work` never rejects: what it cannot do is an answer, too.
 */
export function serveParent(work: (job: unknown) => Promise<unknown>): void {
  forbidNetwork();
  process.once("disconnect", () => process.exit(0));
  process.on("message", (job) => {
    process.send?.(BEGUN);
    void work(job).then((answer) => process.send?.({ answer }));
  });
  watchSelf(Number(process.argv[2]), () => process.send?.("ready"));
}

/**
 * A thread beside the work, which may never end: kills this process when its parent has gone without
 * a word, and when it takes more memory than it may outside of what V8 counts.
 */
function watchSelf(memoryMb: number, onWatching: () => void): void {
  const watch = new Worker(WATCH, {
    eval: true,
    workerData: { parent: process.ppid, mostBytes: memoryMb * 1024 * 1024 },
    resourceLimits: { maxOldGenerationSizeMb: 16 },
  });
  watch.once("message", onWatching);
  watch.unref();
}

const WATCH = `
  const { parentPort, workerData } = require("node:worker_threads");
  setInterval(() => {
    const isOrphan = process.ppid !== workerData.parent;
    if (isOrphan || process.memoryUsage.rss() > workerData.mostBytes) process.kill(process.pid, "SIGKILL");
  }, 100);
  parentPort.postMessage("watching");
`;

/** No parser has a reason to ask the net for anything; a document that wants it to is refused so. */
function forbidNetwork(): void {
  const refuse = () => {
    throw new Error("Nothing is fetched while a file is read.");
  };
  for (const name of ["fetch", "WebSocket", "EventSource", "XMLHttpRequest"]) {
    Reflect.deleteProperty(globalThis, name);
  }
  for (const module of [
    "node:net",
    "node:tls",
    "node:dgram",
    "node:dns",
    "node:http",
    "node:https",
    "node:http2",
  ]) {
    const found = process.getBuiltinModule(module);
    for (const call of [
      "connect",
      "createConnection",
      "createSocket",
      "lookup",
      "request",
      "get",
    ]) {
      if (found && call in found) Reflect.set(found, call, refuse);
    }
  }
}
