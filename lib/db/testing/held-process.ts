import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { z } from "zod";
import { programEnvironment } from "#lib/env.ts";

const Line = z.object({
  url: z.string().optional(),
  problem: z.string().optional(),
  notice: z.string().optional(),
  closed: z.boolean().optional(),
});

export type HeldProcess = {
  child: ChildProcess;
  /** Settles when it has opened the database or was refused. */
  opened: Promise<{ url?: string | undefined; problem?: string | undefined }>;
  /** Let it close the database; gives its exit status. */
  close(): Promise<number | null>;
  /** As kill -9 does. */
  kill(): Promise<void>;
};

/** Start a process that opens the embedded database of a folder and keeps it. */
export function holdInProcess(
  dataFolder: string,
  purpose: "serve" | "command",
  env: Record<string, string> = {},
): HeldProcess {
  const { LANG: _lang, LC_ALL: _all, ...surroundings } = programEnvironment();
  const script = join(import.meta.dirname, "hold-database.ts");
  const child = spawn(process.execPath, [script, purpose], {
    stdio: ["pipe", "pipe", "inherit"],
    env: { ...surroundings, ...env, ONRECORD_DATA: dataFolder },
  });
  const exited = once(child, "exit");
  const opened = new Promise<z.infer<typeof Line>>((resolve) => {
    createInterface({ input: child.stdout }).on("line", (text) => {
      const line = Line.parse(JSON.parse(text));
      if (line.url !== undefined || line.problem !== undefined) resolve(line);
    });
    void exited.then(() => resolve({ problem: "It ended without a word." }));
  });
  return {
    child,
    opened,
    close: async () => {
      child.stdin.end();
      await exited;
      return child.exitCode;
    },
    kill: async () => {
      child.kill("SIGKILL");
      await exited;
    },
  };
}
