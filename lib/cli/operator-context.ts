import type { Context } from "#lib/context.ts";
import { type Db, db, disconnect, useDatabase } from "#lib/db/client.ts";
import { openDatabase } from "#lib/db/open.ts";
import { readEnv } from "#lib/env.ts";
import { servedAddress } from "./served-address.ts";

/** Somebody at the machine itself, who may do everything. */
export function operatorContext(client: Db): Context {
  return { actor: { kind: "operator" }, db: client, now: new Date() };
}

/** The database for a command: the one that is running, or started for as long as the command runs. */
export async function openOperatorContext(
  onNotice: (sentence: string) => void,
): Promise<{ ctx: Context; close(): Promise<void> }> {
  const env = readEnv();
  const database = await openDatabase({ env, purpose: "command", onNotice });
  process.env.ONRECORD_URL ||= servedAddress(env) ?? env.publicUrl;
  useDatabase(database.url);
  return {
    ctx: operatorContext(db()),
    close: async () => {
      await disconnect();
      await database.close();
    },
  };
}
