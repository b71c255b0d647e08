import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { withFileLock } from "#lib/db/file-lock.ts";
import { DomainError } from "#lib/errors.ts";
import { isBuildUnused, useBuild } from "./build-use.ts";
import { runProgram } from "./run-program.ts";
import { sourceHash } from "./source-hash.ts";

export type Build = {
  /** The folder, from the root: `.builds/HASH`. */
  folder: string;
  /** From now on somebody else may remove it. */
  release: () => void;
};

/** Builds kept for going back and forth between two states of the sources. */
const KEPT_UNUSED = 1;
const MOST_TRIES = 3;

/**
 * The app, built from the sources as they are. What was built before is taken; two who need the
 * same build at once make it once; a build that is being served is never touched. Needs neither a
 * network nor a database. Refused with a DomainError: sources that cannot be built.
 */
export function buildApp(options: Options): Promise<Build> {
  // Whoever waits for another's build need not wait for it to be stopped.
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const onAbort = () => reject(options.signal.reason);
  options.signal.addEventListener("abort", onAbort, { once: true });
  return Promise.race([makeOrTake(options), aborted]).finally(() =>
    options.signal.removeEventListener("abort", onAbort),
  );
}

type Options = { root: string; say: (sentence: string) => void; signal: AbortSignal };

async function makeOrTake({ root, say, signal }: Options): Promise<Build> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const hash = sourceHash(root);
    const place = placesOf(root, hash);
    const found = await withFileLock(place.sweepLock, async () => takeIfReady(place));
    if (found) return found;
    const made = await withFileLock(
      place.buildLock,
      async () => {
        const meanwhile = await withFileLock(place.sweepLock, async () => takeIfReady(place));
        if (meanwhile) return meanwhile;
        await build(root, place, say, signal);
        if (sourceHash(root) !== hash) return null;
        writeFileSync(place.marker, "");
        return withFileLock(place.sweepLock, async () => {
          sweep(root, hash);
          return takeIfReady(place);
        });
      },
      () => say("Waiting for another start that builds the same app."),
    );
    if (made) return made;
    say("The sources changed during the build; building again.");
  }
  throw new DomainError("unavailable", "The sources keep changing while they are being built.");
}

type Places = ReturnType<typeof placesOf>;

function placesOf(root: string, hash: string) {
  const state = join(root, ".builds", "state");
  return {
    folder: `.builds/${hash}`,
    path: join(root, ".builds", hash),
    /** Written last: without it the build was cut off. Next clears its folder, so it lies beside. */
    marker: join(state, `${hash}.complete`),
    tsconfig: join(state, `${hash}.tsconfig.json`),
    use: join(state, `${hash}.use`),
    buildLock: join(state, `${hash}.lock`),
    sweepLock: join(state, "sweep.lock"),
  };
}

function takeIfReady(place: Places): Build | null {
  if (!existsSync(place.marker) || !existsSync(join(place.path, "BUILD_ID"))) return null;
  const { release } = useBuild(place.use);
  return { folder: place.folder, release };
}

async function build(
  root: string,
  place: Places,
  say: (sentence: string) => void,
  signal: AbortSignal,
): Promise<void> {
  signal.throwIfAborted();
  say("Building the app. This is only needed when its sources changed.");
  const began = Date.now();
  rmSync(place.marker, { force: true });
  rmSync(place.path, { recursive: true, force: true });
  mkdirSync(join(root, ".builds", "state"), { recursive: true });
  // Next adds its own wishes to this file, and would otherwise change the one in the repository.
  writeFileSync(place.tsconfig, JSON.stringify({ extends: "../../tsconfig.json", include: [] }));
  const { DATABASE_URL: _, ...environment } = process.env;
  const { status, output } = await runProgram({
    args: [join(root, "node_modules", "next", "dist", "bin", "next"), "build"],
    cwd: root,
    env: {
      ...environment,
      NODE_ENV: "production",
      NEXT_TELEMETRY_DISABLED: "1",
      ONRECORD_BUILD: place.folder,
      ONRECORD_TSCONFIG: `.builds/state/${place.folder.slice(8)}.tsconfig.json`,
    },
    signal,
  });
  signal.throwIfAborted();
  if (status !== 0) {
    throw new DomainError("unavailable", `The app could not be built.\n${output.trim()}`);
  }
  say(`Built in ${Math.round((Date.now() - began) / 1000)} s.`);
}

/** Remove the builds of older sources that nobody serves, but for the newest. */
function sweep(root: string, current: string): void {
  const folder = join(root, ".builds");
  const others = readdirSync(folder)
    .filter((name) => /^[0-9a-f]{16}$/.test(name) && name !== current)
    .filter((name) => existsSync(placesOf(root, name).marker))
    .sort((a, b) => statSync(join(folder, b)).mtimeMs - statSync(join(folder, a)).mtimeMs);
  for (const name of others.slice(KEPT_UNUSED)) {
    const place = placesOf(root, name);
    if (!isBuildUnused(place.use)) continue;
    rmSync(place.marker, { force: true });
    rmSync(place.path, { recursive: true, force: true });
    for (const file of [place.tsconfig, place.use]) rmSync(file, { force: true });
  }
}
