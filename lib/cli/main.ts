import { randomUUID } from "node:crypto";
import { Command, CommanderError } from "commander";
import { isDomainError } from "#lib/errors.ts";
import { log } from "#lib/log.ts";
import { explainAway } from "#lib/db/conflicts.ts";
import { registerBackup } from "./backup.ts";
import { registerClean } from "./clean.ts";
import { registerDoctor } from "./doctor.ts";
import { registerExport } from "./export.ts";
import { registerIngest } from "./ingest.ts";
import { type Io, terminalIo, UsageError } from "./io.ts";
import { openOperatorContext } from "./operator-context.ts";
import { registerProject } from "./project.ts";
import { registerReanchor } from "./reanchor.ts";
import { registerRestore } from "./restore.ts";
import { registerToken } from "./token.ts";
import { registerUser } from "./user.ts";

const COMMANDS: readonly ((program: Command, io: Io) => void)[] = [
  registerClean,
  registerReanchor,
  registerProject,
  registerUser,
  registerToken,
  registerIngest,
  registerExport,
  registerBackup,
  registerRestore,
  registerDoctor,
];

/** Streams and database of another kind, for tests. */
export type MainOptions = {
  openContext?: Io["openContext"];
  out?: (line: string) => void;
  err?: (line: string) => void;
};

/**
 * Run one command line, without the program's own name. Answers with the exit status: 0 done,
 * 1 something was refused (a sentence stands on standard error), 2 wrong usage.
 */
export async function main(args: readonly string[], options: MainOptions = {}): Promise<0 | 1 | 2> {
  const err = options.err ?? ((line: string) => process.stderr.write(`${line}\n`));
  let isRefused = false;
  const program = makeProgram(options);
  const io = terminalIo({
    ...options,
    isJson: () => program.opts().json === true,
    openContext: options.openContext ?? (() => openOperatorContext(err)),
    onRefused: () => {
      isRefused = true;
    },
  });
  for (const register of COMMANDS) register(program, io);
  try {
    await program.parseAsync(args, { from: "user" });
    return isRefused ? 1 : 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof UsageError) {
      err(error.message);
      return 2;
    }
    err(explain(error));
    return 1;
  }
}

function makeProgram({ out, err }: MainOptions): Command {
  const program = new Command("onrecord")
    .description("Mark who said it, who denied it, and what shows it.")
    .option("--json", "print JSON values only, one a line")
    .exitOverride()
    .configureHelp({ showGlobalOptions: true })
    .showHelpAfterError("(add --help for what there is)");
  if (out) program.configureOutput({ writeOut: (text) => out(text.trimEnd()) });
  if (err) program.configureOutput({ writeErr: (text) => err(text.trimEnd()) });
  return program;
}

function explain(thrown: unknown): string {
  const error = explainAway(thrown);
  if (isDomainError(error)) return error.message;
  const incident = randomUUID();
  log.error("A command failed.", { incident, error });
  return `Something went wrong. The incident has the number ${incident}.`;
}
