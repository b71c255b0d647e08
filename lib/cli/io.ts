import { resolve } from "node:path";
import type { Context } from "#lib/context.ts";

/** What a command has of the terminal and the database. */
export type Io = {
  /** Whether --json was given: then standard output holds JSON values only. */
  readonly json: boolean;
  /** One JSON value on a line of standard output; nothing without --json. */
  print(value: unknown): void;
  /** A line of standard output as it is; with --json it must be a JSON value. */
  write(line: string): void;
  /** A line for a person; with --json it goes to standard error. */
  say(text: string): void;
  /** The value with --json, the sentence without. */
  result(value: unknown, sentence: string): void;
  /** A line on standard error. */
  warn(text: string): void;
  /** The same, and the command ends with status 1. */
  refuse(text: string): void;
  /** The absolute path of what somebody typed where they stand. */
  resolvePath(path: string): string;
  /** The database, started when it is not running, with an operator's context. */
  openContext(): Promise<{ ctx: Context; close(): Promise<void> }>;
  /** Work with it, and close it whatever happens. */
  withContext<T>(work: (ctx: Context) => Promise<T>): Promise<T>;
};

/** The command was put wrongly: exit status 2. */
export class UsageError extends Error {}

/** The terminal that this process was started from. */
export function terminalIo(options: {
  isJson: () => boolean;
  openContext: Io["openContext"];
  onRefused: () => void;
  out?: (line: string) => void;
  err?: (line: string) => void;
}): Io {
  const out = options.out ?? ((line) => process.stdout.write(`${line}\n`));
  const err = options.err ?? ((line) => process.stderr.write(`${line}\n`));
  const io: Io = {
    get json() {
      return options.isJson();
    },
    write: out,
    print: (value) => {
      if (io.json) out(JSON.stringify(value));
    },
    say: (text) => (io.json ? err(text) : out(text)),
    result: (value, sentence) => (io.json ? io.print(value) : out(sentence)),
    warn: err,
    refuse: (text) => {
      err(text);
      options.onRefused();
    },
    resolvePath: (path) => resolve(path),
    openContext: options.openContext,
    withContext: async (work) => {
      const { ctx, close } = await io.openContext();
      try {
        return await work(ctx);
      } finally {
        await close();
      }
    },
  };
  return io;
}
