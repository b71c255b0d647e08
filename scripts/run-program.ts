import { spawn } from "node:child_process";

/** What a process was told to do may take this long before it is ended by force. */
const GRACE_MS = 5_000;

type Options = {
  /** The script and its arguments, run by this same Node; or with `command`, that program's. */
  args: readonly string[];
  command?: string;
  cwd: string;
  env?: NodeJS.ProcessEnv;
  /** Stops it, with all that it started. */
  signal?: AbortSignal;
  /** Lets its output through as it comes, besides keeping it. */
  isShown?: boolean;
};

/**
 * Run a program to its end in a process group of its own, so that a Ctrl-C meant for us does not
 * reach it behind our back, and so that nothing of it is left when it is stopped.
 */
export function runProgram(options: Options): Promise<{ status: number; output: string }> {
  return new Promise((resolve, reject) => {
    const isGroup = process.platform !== "win32";
    const child = spawn(options.command ?? process.execPath, options.args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      detached: isGroup,
      stdio: ["ignore", "pipe", "pipe"],
    });
    const chunks: Buffer[] = [];
    const keep = (chunk: Buffer) => {
      chunks.push(chunk);
      if (options.isShown) process.stdout.write(chunk);
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);

    let force: NodeJS.Timeout | undefined;
    const kill = (name: NodeJS.Signals) => {
      try {
        if (isGroup && child.pid) process.kill(-child.pid, name);
        else child.kill(name);
      } catch {
        // It ended by itself.
      }
    };
    const stop = () => {
      kill("SIGTERM");
      force = setTimeout(() => kill("SIGKILL"), GRACE_MS);
    };
    // Should this process end first, it takes the other one along.
    const leave = () => kill("SIGKILL");
    process.once("exit", leave);
    if (options.signal?.aborted) stop();
    options.signal?.addEventListener("abort", stop, { once: true });

    const settle = () => {
      clearTimeout(force);
      process.off("exit", leave);
      options.signal?.removeEventListener("abort", stop);
    };
    child.on("error", (error) => {
      settle();
      reject(error);
    });
    child.on("close", (code) => {
      settle();
      resolve({ status: code ?? 1, output: Buffer.concat(chunks).toString("utf8") });
    });
  });
}
