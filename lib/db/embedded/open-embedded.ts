import { accessSync, constants, existsSync, mkdirSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { DomainError } from "#lib/errors.ts";
import { withFileLock } from "../file-lock.ts";
import { type Holder, openHolder, takeServingLock } from "../holder.ts";
import { lossOf, type Opening, type Session } from "../session.ts";
import { migrate } from "../migrate.ts";
import { readMigrationHistory } from "../migration-history.ts";
import { holdsData } from "../tables.ts";
import { copyCluster } from "./copy-cluster.ts";
import { explainFailure } from "./explain.ts";
import { type Folders, foldersIn } from "./folders.ts";
import { ensureServer, stopServer } from "./server.ts";

/**
 * Open the embedded database of a data folder. Whoever starts, copies, migrates or stops it does so
 * under one lock, so that of two that start at the same moment one starts the server and the other
 * finds it.
 */
export async function openEmbedded(opening: Opening): Promise<Session> {
  const folders = foldersIn(opening.env.dataFolder);
  const lost = lossOf();
  const first = await locked(folders, opening, async () => {
    let held = await hold(folders, opening, lost.happened);
    try {
      opening.signal.throwIfAborted();
      held = await copyIfNeeded(folders, opening, held, lost.happened);
      await migrate(held.url, opening.migrations);
      opening.signal.throwIfAborted();
      return held;
    } catch (error) {
      await leave(folders, held.holder).catch(() => undefined);
      throw error;
    }
  });
  return {
    ...first,
    watch: lost.watch,
    regain: (onLost) => locked(folders, opening, () => regain(folders, opening, first.url, onLost)),
    leave: (holder) => locked(folders, opening, () => leave(folders, holder)),
  };
}

type Held = { url: string; holder: Holder };

async function locked<T>(
  folders: Folders,
  { onNotice }: Opening,
  work: () => Promise<T>,
): Promise<T> {
  try {
    mkdirSync(folders.data, { recursive: true, mode: 0o700 });
    accessSync(folders.data, constants.W_OK | constants.X_OK);
    return await withFileLock(folders.lock, work, () =>
      onNotice?.("Waiting for another Onrecord that is just starting or stopping."),
    );
  } catch (error) {
    throw explainFailure("Opening the database", folders.data, error);
  }
}

async function hold(
  folders: Folders,
  opening: Opening,
  onLost: () => void,
  port?: number,
): Promise<Held> {
  const { url, holder } = await connect(folders, opening, onLost, port);
  try {
    if (opening.purpose === "serve") {
      await takeServingLock(holder, false, `the data folder ${folders.data}`);
    }
    return { url, holder };
  } catch (error) {
    await leave(folders, holder);
    throw error;
  }
}

/** A server that is found running may be dying just then, by a kill or with the machine. */
async function connect(
  folders: Folders,
  opening: Opening,
  onLost: () => void,
  port?: number,
): Promise<Held> {
  const { purpose, signal, onNotice, serverSettings } = opening;
  for (let attempt = 1; ; attempt++) {
    const url = await ensureServer(folders, {
      signal,
      ...(onNotice && { onNotice }),
      ...(serverSettings && { settings: serverSettings }),
      ...(port && { preferredPort: port }),
    });
    try {
      return { url, holder: await openHolder(url, purpose, onLost) };
    } catch (error) {
      if (attempt === ATTEMPTS) throw error;
      await sleep(200);
    }
  }
}

const ATTEMPTS = 5;

/**
 * Before a migration touches data the cluster is copied, with its server stopped: the copy can be
 * put back by renaming a folder.
 */
async function copyIfNeeded(
  folders: Folders,
  opening: Opening,
  held: Held,
  onLost: () => void,
): Promise<Held> {
  const { holder } = held;
  const { applied, pending } = await readMigrationHistory(holder.client, opening.migrations);
  if (pending.length === 0 || !(await holdsData(holder.client))) return held;
  if ((await holder.countOthers()) > 0) {
    throw new DomainError(
      "unavailable",
      "The database must be changed for this version of Onrecord, and is copied before; " +
        "but another Onrecord process still uses it. Stop that one, and start again.",
    );
  }
  await holder.close();
  await stopServer(folders);
  const copy = await copyCluster(folders, applied.at(-1) ?? "the-first");
  opening.onNotice?.(
    `The database is changed for this version. As it was before, it is kept in ${copy}.`,
  );
  return await hold(folders, opening, onLost, Number(new URL(held.url).port));
}

/** The server crashed, or was stopped from outside: whoever notices first starts it again. */
async function regain(
  folders: Folders,
  opening: Opening,
  url: string,
  onLost: () => void,
): Promise<Holder> {
  if (!existsSync(folders.password)) throw new Error("The database's folder is gone.");
  const running = { ...opening, signal: new AbortController().signal };
  const held = await hold(folders, running, onLost, Number(new URL(url).port));
  if (held.url !== url) {
    opening.onNotice?.(
      "The database had to move to another port. Stop Onrecord and start it again.",
    );
  }
  return held.holder;
}

async function leave(folders: Folders, holder: Holder | null): Promise<void> {
  if (holder === null) return;
  const others = await holder.countOthers().catch(() => null);
  await holder.close();
  if (others === 0) await stopServer(folders);
}
