import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PrismaClient } from "#generated/prisma/client.ts";
import { makeClient } from "./client.ts";
import {
  explainAway,
  findRefusal,
  isCheckViolation,
  isDatabaseAway,
  isUniqueViolation,
} from "./conflicts.ts";
import { execute } from "./scratch-database.ts";
import { createTestDatabase, type TestDatabase } from "./testing/template.ts";
import { transact } from "./transact.ts";

let database: TestDatabase;
let client: PrismaClient;

beforeAll(async () => {
  database = await createTestDatabase();
  await execute(
    database.url,
    `CREATE TABLE seat (number int CONSTRAINT seat_once UNIQUE, CONSTRAINT seat_low CHECK (number < 100));
     CREATE FUNCTION refuse_seat() RETURNS trigger LANGUAGE plpgsql AS $$
     BEGIN
       RAISE EXCEPTION 'Seat 13 is not given.' USING ERRCODE = '23514', CONSTRAINT = 'seat_lucky', TABLE = 'seat';
     END $$;
     CREATE TRIGGER seat_lucky BEFORE INSERT ON seat FOR EACH ROW WHEN (NEW.number = 13) EXECUTE FUNCTION refuse_seat();`,
  );
  client = makeClient(database.url, 4);
});

afterAll(async () => {
  await client.$disconnect();
  await database.drop();
});

describe("conflicts", () => {
  it("knows a unique violation by its constraint, raw and through a model", async () => {
    await client.$executeRaw`INSERT INTO seat VALUES (1)`;
    const raw = await failureOf(client.$executeRaw`INSERT INTO seat VALUES (1)`);
    expect(isUniqueViolation(raw)).toBe(true);
    expect(isUniqueViolation(raw, "seat_once")).toBe(true);
    expect(isUniqueViolation(raw, "seat_twice")).toBe(false);
    const data = { email: "mara@example.org", name: "Mara", id: randomUUID() };
    await client.user.create({ data });
    const model = await failureOf(client.user.create({ data: { ...data, id: randomUUID() } }));
    expect(findRefusal(model)).toMatchObject({
      code: "23505",
      constraint: "user_account_email_key",
    });
  });

  it("knows which check or trigger said no, also within a transaction", async () => {
    const check = await failureOf(client.$executeRaw`INSERT INTO seat VALUES (100)`);
    expect(isCheckViolation(check, "seat_low")).toBe(true);
    const trigger = await failureOf(
      transact(client, (tx) => tx.$executeRaw`INSERT INTO seat VALUES (13)`),
    );
    expect(isCheckViolation(trigger, "seat_lucky")).toBe(true);
    expect(findRefusal(trigger)?.message).toContain("Seat 13 is not given.");
  });

  it("knows when the database is away", async () => {
    const cut = await failureOf(client.$queryRaw`SELECT pg_terminate_backend(pg_backend_pid())`);
    expect(isDatabaseAway(cut)).toBe(true);
    expect(await client.$queryRaw`SELECT 1 AS one`).toEqual([{ one: 1 }]);
    const away = new URL(database.url);
    away.port = "1";
    const nowhere = makeClient(away.href, 1);
    const refused = await failureOf(nowhere.user.count());
    expect(explainAway(refused)).toMatchObject({ name: "DomainError", code: "unavailable" });
    await expect(transact(nowhere, async () => 1)).rejects.toMatchObject({ code: "unavailable" });
    await nowhere.$disconnect();
    expect(explainAway(new Error("a bug"))).toMatchObject({ name: "Error" });
  });
});

describe("transact", () => {
  it("takes everything back when the work throws, the joined work too", async () => {
    const work = transact(client, async (outer) => {
      await outer.$executeRaw`INSERT INTO seat VALUES (20)`;
      await transact(outer, (inner) => inner.$executeRaw`INSERT INTO seat VALUES (21)`);
      throw new Error("changed my mind");
    });
    await expect(work).rejects.toThrow("changed my mind");
    expect(
      await client.$queryRaw`SELECT count(*)::int AS n FROM seat WHERE number IN (20, 21)`,
    ).toEqual([{ n: 0 }]);
  });

  it("tries two that are in each other's way again", async () => {
    let runs = 0;
    const takeNext = () =>
      transact(
        client,
        async (tx) => {
          runs++;
          const [found] = await tx.$queryRaw<
            { next: number }[]
          >`SELECT count(*)::int + 40 AS next FROM seat WHERE number >= 40`;
          await tx.$executeRaw`SELECT pg_sleep(0.05)`;
          await tx.$executeRaw`INSERT INTO seat VALUES (${found?.next})`;
          return found?.next;
        },
        { isolation: "Serializable" },
      );
    const taken = await Promise.all([takeNext(), takeNext(), takeNext()]);
    expect(taken.sort()).toEqual([40, 41, 42]);
    expect(runs).toBeGreaterThan(3);
  });
});

async function failureOf(work: Promise<unknown>): Promise<unknown> {
  return await work.then(
    () => expect.fail("nothing was refused"),
    (error: unknown) => error,
  );
}
