import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Env } from "#lib/env.ts";

/**
 * Note where the app is served, so that commands, which are started without its PORT, put the right
 * address into links. Best effort: a folder that cannot be written to is no reason to stop.
 */
export function noteServedAddress(env: Pick<Env, "dataFolder" | "publicUrl">): void {
  try {
    mkdirSync(env.dataFolder, { recursive: true, mode: 0o700 });
    writeFileSync(fileIn(env), `${env.publicUrl}\n`);
  } catch {
    // The links of commands will carry the address of their own settings.
  }
}

/** Where the app was served last; null when it never was. */
export function servedAddress(env: Pick<Env, "dataFolder">): string | null {
  try {
    const address = readFileSync(fileIn(env), "utf8").trim();
    return URL.canParse(address) ? new URL(address).origin : null;
  } catch {
    return null;
  }
}

function fileIn(env: Pick<Env, "dataFolder">): string {
  return join(env.dataFolder, "address");
}
