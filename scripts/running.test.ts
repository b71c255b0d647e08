import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { listRunning, noteRunning } from "./running.mjs";

it("names what runs, and forgets what is gone however it went", async () => {
  const folder = mkdtempSync(join(tmpdir(), "onrecord-running-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const script = join(folder, "scripts-wait.mjs");
  writeFileSync(script, "setInterval(() => {}, 1000);");
  const child = spawn(process.execPath, [script]);
  const { pid = 0 } = child;
  expect(listRunning(join(folder, "none"))).toEqual([]);
  const forget = noteRunning(folder, pid, "start");
  expect(listRunning(folder)).toEqual(["start"]);
  forget();
  expect(listRunning(folder)).toEqual([]);
  noteRunning(folder, pid, "start");
  child.kill("SIGKILL");
  await once(child, "exit");
  expect(listRunning(folder)).toEqual([]);
});
