import type { OpenDatabase } from "#lib/db/open.ts";
import type { Env } from "#lib/env.ts";

/** Say where to go and how to sign in, once the app serves. */
export async function welcome(options: {
  env: Env;
  database: OpenDatabase;
  say: (sentence: string) => void;
}): Promise<void> {
  options.say(`Onrecord is at ${options.env.publicUrl}. Ctrl-C stops it.`);
}
