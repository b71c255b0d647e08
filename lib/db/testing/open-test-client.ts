import { makeClient } from "#lib/db/client.ts";
import type { PrismaClient } from "#generated/prisma/client.ts";
import { createTestDatabase } from "./template.ts";

export type TestClient = { db: PrismaClient; url: string; close: () => Promise<void> };

/** A client on a database of one's own; close() drops it. */
export async function openTestClient(poolSize = 8): Promise<TestClient> {
  const { url, drop } = await createTestDatabase();
  const db = makeClient(url, poolSize);
  return {
    db,
    url,
    close: async () => {
      await db.$disconnect();
      await drop();
    },
  };
}
