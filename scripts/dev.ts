import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { welcome } from "#lib/cli/welcome.ts";
import { disconnect, useDatabase } from "#lib/db/client.ts";
import { openDatabase } from "#lib/db/open.ts";
import { readEnv, repositoryRoot } from "#lib/env.ts";
import { keepWorker } from "./keep-worker.ts";
import { runInOrder } from "./run-in-order.ts";
import { runProgram } from "./run-program.ts";

/** `npm run dev`: Next's development server on the database of this installation. */
await runInOrder(async ({ say, signal, stop, onStop }) => {
  const root = repositoryRoot();
  const env = readEnv();
  const database = await openDatabase({ env, purpose: "serve", onNotice: say });
  onStop(database.close);
  onStop(disconnect);
  useDatabase(database.url);

  // One for each port, so that two may run from one clone.
  const name = `dev-${env.port}`;
  const state = join(root, ".builds", "state");
  mkdirSync(state, { recursive: true });
  // Next writes into the compiler settings it is given; the repository's own are left alone.
  writeFileSync(
    join(state, `${name}.tsconfig.json`),
    JSON.stringify({ extends: "../../tsconfig.json", include: [] }),
  );
  const next = join(root, "node_modules", "next", "dist", "bin", "next");
  const server = runProgram({
    args: [next, "dev", "--hostname", env.host, "--port", String(env.port)],
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: "development",
      NEXT_TELEMETRY_DISABLED: "1",
      DATABASE_URL: database.url,
      ONRECORD_BUILD: `.builds/${name}`,
      ONRECORD_TSCONFIG: `.builds/state/${name}.tsconfig.json`,
    },
    signal,
    isShown: true,
  });
  onStop(() => server);
  server.then(() => stop(new Error("The development server ended.")), stop);
  await welcome({ env, database, say });
  if (env.isWorkerWanted) {
    onStop(keepWorker(root, { ...process.env, DATABASE_URL: database.url }).stop);
  }
});
