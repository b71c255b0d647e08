import type { Command } from "commander";
import { examine, type Problem } from "#lib/doctor/examine.ts";
import type { Io } from "./io.ts";

/** `onrecord doctor`. */
export function registerDoctor(program: Command, io: Io): void {
  program
    .command("doctor")
    .description(
      "check from outside that everything in the database is as it must be; changes nothing",
    )
    .action(async () => {
      const problems: Problem[] = [];
      await io.withContext((ctx) =>
        examine(ctx, (problem) => {
          problems.push(problem);
          io.refuse(`${problem.what} ${problem.id}: ${problem.message}`);
        }),
      );
      const ok = problems.length === 0;
      io.result(
        { ok, problems },
        ok ? "All is as it must be." : `${problems.length} things are not as they must be.`,
      );
    });
}
