import { openDatabase } from "#lib/db/open.ts";
import { readEnv } from "#lib/env.ts";

// A process that opens the database of ONRECORD_DATA, says so on a line, and closes it when its
// standard input ends. Run by the tests of the embedded server.
const purpose = process.argv[2] === "serve" ? "serve" : "command";
const say = (value: unknown) => process.stdout.write(`${JSON.stringify(value)}\n`);
try {
  const database = await openDatabase({
    env: readEnv(),
    purpose,
    migrations: [],
    onNotice: (notice) => say({ notice }),
  });
  say({ url: database.url });
  for await (const _piece of process.stdin);
  await database.close();
  say({ closed: true });
} catch (error) {
  say({ problem: error instanceof Error ? error.message : String(error) });
  process.exitCode = 1;
}
