import { welcome } from "#lib/cli/welcome.ts";
import { disconnect, useDatabase } from "#lib/db/client.ts";
import { openDatabase } from "#lib/db/open.ts";
import { readEnv, repositoryRoot } from "#lib/env.ts";
import { buildApp } from "./build-app.ts";
import { keepWorker } from "./keep-worker.ts";
import { listen } from "./listen.ts";
import { runInOrder } from "./run-in-order.ts";

/** `npm start`: the database, the build, the server and its worker, stopped in the other order. */
await runInOrder(async ({ say, signal, stop, onStop }) => {
  const root = repositoryRoot();
  const asked = readEnv();
  const listener = await listen(asked.host, asked.port);
  onStop(listener.close);
  Object.assign(process.env, {
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    PORT: String(listener.port),
  });
  const env = readEnv();

  const opening = openDatabase({ env, purpose: "serve", onNotice: say }).then((database) => {
    onStop(database.close);
    onStop(disconnect);
    useDatabase(database.url);
    return database;
  });
  const building = buildApp({ root, say, signal }).then((build) => {
    onStop(build.release);
    process.env.ONRECORD_BUILD = build.folder;
  });
  // When one fails, the other is told at once; both are waited for, so that both are taken back.
  opening.catch(stop);
  building.catch(stop);
  await Promise.allSettled([opening, building]);
  const database = await opening;
  await building;
  signal.throwIfAborted();

  const { default: next } = await import("next");
  const app = next({ dev: false, dir: root, hostname: env.host, port: env.port, quiet: true });
  await app.prepare();
  onStop(() => app.close());
  onStop(listener.close);
  // Nobody is let in before the demo is there.
  await welcome({ env, database, say });
  listener.answerWith(app.getRequestHandler());
  if (env.isWorkerWanted) {
    onStop(keepWorker(root, { ...process.env, DATABASE_URL: database.url }).stop);
  }
});
