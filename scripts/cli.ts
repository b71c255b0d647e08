import { main } from "#lib/cli/main.ts";

/** `onrecord COMMAND …`: the exit status is set, and the process ends when all is written. */
process.exitCode = await main(process.argv.slice(2));
