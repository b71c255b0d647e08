import { type ChildProcess, spawn } from "node:child_process";
import { realpathSync } from "node:fs";
import { Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { programEnvironment, repositoryRoot } from "#lib/env.ts";

export type ChildOptions = {
  /** The program, as a path from the root of the repository. */
  readonly script: readonly string[];
  /** Most megabytes that the child's own objects may take. */
  readonly heapMb: number;
  /** Most megabytes that the child may take in all. */
  readonly memoryMb: number;
};

export type StartedChild = {
  readonly child: ChildProcess;
  /** Settles when the child waits for work; rejects where it does not come so far. */
  readonly ready: Promise<void>;
};

/**
 * Start a child that may read the program's own files and no others, write none, start no programs,
 * and sees nothing of our settings. It speaks to us over a channel of its own, and ends when that
 * closes.
 */
export function startChild(options: ChildOptions): StartedChild {
  const root = repositoryRoot();
  // Told as data: a bundler that sees a path takes what stands there for a part of the bundle.
  const readable = ["package.json", "lib", "node_modules"].map((name) =>
    realpathSync(join(root, ...[name])),
  );
  const child = spawn(
    process.execPath,
    [
      `--max-old-space-size=${options.heapMb}`,
      "--permission",
      "--allow-worker",
      ...[root, ...readable].map((path, index) =>
        index === 0 ? `--allow-fs-read=${join(path, "package.json")}` : `--allow-fs-read=${path}`,
      ),
      "--disable-warning=SecurityWarning",
      join(root, ...options.script),
      String(options.memoryMb),
    ],
    {
      cwd: tmpdir(),
      env: programEnvironment(),
      stdio: ["ignore", "ignore", "pipe", "ipc"],
      serialization: "advanced",
      windowsHide: true,
    },
  );
  return { child, ready: whenReady(child) };
}

function whenReady(child: ChildProcess): Promise<void> {
  const said: string[] = [];
  child.stderr?.on("data", (chunk: Buffer) => {
    said.push(chunk.toString());
    said.splice(0, said.length - 20);
  });
  if (child.stderr instanceof Socket) child.stderr.unref();
  return new Promise((resolve, reject) => {
    child.once("message", () => resolve());
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      const end = signal ?? `status ${code}`;
      reject(
        new Error(`The process that reads files ended as it started (${end}). ${said.join("")}`),
      );
    });
  });
}
