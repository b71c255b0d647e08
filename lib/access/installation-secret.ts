import { randomBytes } from "node:crypto";
import type { Db } from "#lib/db/client.ts";

/**
 * What signs the cookies of this installation, the same for every copy of the app over one database.
 * Made when it is first asked for; of two copies that ask at once, both get the first one's.
 */
export async function installationSecret(db: Db): Promise<string> {
  const known = secrets.get(db);
  if (known !== undefined) return known;
  const secret = (await findSecret(db)) ?? (await makeSecret(db));
  secrets.set(db, secret);
  return secret;
}

const secrets = new WeakMap<Db, string>();

async function findSecret(db: Db): Promise<string | null> {
  const row = await db.installation.findUnique({ where: { id: 1 } });
  return row?.secret ?? null;
}

async function makeSecret(db: Db): Promise<string> {
  await db.installation.createMany({
    data: { id: 1, secret: randomBytes(32).toString("base64url") },
    skipDuplicates: true,
  });
  const row = await db.installation.findUniqueOrThrow({ where: { id: 1 } });
  return row.secret;
}
