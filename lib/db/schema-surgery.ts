import type { ClientBase } from "pg";

/**
 * Run `work` while triggers and foreign keys of all our tables are off, then have them as they
 * were; every foreign key is checked again as a whole. Only within a transaction. This needs no
 * more rights than the tables' owner has, and no order of the tables.
 */
export async function withoutRules<T>(client: ClientBase, work: () => Promise<T>): Promise<T> {
  const triggers = await client.query<Trigger>(TRIGGERS);
  const keys = await client.query<ForeignKey>(FOREIGN_KEYS);
  for (const { on, name } of triggers.rows)
    await client.query(`ALTER TABLE ${on} DISABLE TRIGGER ${name}`);
  for (const { on, name } of keys.rows)
    await client.query(`ALTER TABLE ${on} DROP CONSTRAINT ${name}`);
  const result = await work();
  // A table with checks that wait for the end of the transaction cannot be altered.
  await client.query("SET CONSTRAINTS ALL IMMEDIATE");
  for (const { on, name, definition } of keys.rows) {
    await client.query(`ALTER TABLE ${on} ADD CONSTRAINT ${name} ${definition}`);
  }
  for (const { on, name, enable } of triggers.rows)
    await client.query(`ALTER TABLE ${on} ${enable} TRIGGER ${name}`);
  return result;
}

/**
 * Drop all that migrations made, and forget that they were applied. Extensions stay, so migrations
 * say CREATE EXTENSION IF NOT EXISTS; other schemas stay too.
 */
export async function dropAll(client: ClientBase): Promise<void> {
  await client.query(DROP_ALL);
  await client.query("DELETE FROM _prisma_migrations");
}

type Trigger = { on: string; name: string; enable: string };
type ForeignKey = { on: string; name: string; definition: string };

const TRIGGERS = `
  SELECT tgrelid::regclass::text AS "on", quote_ident(tgname) AS name,
         CASE tgenabled WHEN 'A' THEN 'ENABLE ALWAYS' WHEN 'R' THEN 'ENABLE REPLICA' ELSE 'ENABLE' END AS enable
    FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
   WHERE c.relnamespace = current_schema()::regnamespace AND NOT tgisinternal AND tgenabled <> 'D'
   ORDER BY t.oid`;

const FOREIGN_KEYS = `
  SELECT conrelid::regclass::text AS "on", quote_ident(conname) AS name, pg_get_constraintdef(oid) AS definition
    FROM pg_constraint
   WHERE contype = 'f' AND connamespace = current_schema()::regnamespace AND conparentid = 0
   ORDER BY oid`;

const DROP_ALL = `
  DO $$
  DECLARE
    item record;
  BEGIN
    FOR item IN
      SELECT CASE c.relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW' WHEN 'S' THEN 'SEQUENCE'
                            WHEN 'c' THEN 'TYPE' ELSE 'TABLE' END AS kind, c.relname AS name
        FROM pg_class c
       WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'S', 'c')
         AND c.relname <> '_prisma_migrations'
         AND NOT EXISTS (SELECT 1 FROM pg_depend d
                          WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype IN ('e', 'i', 'a'))
    LOOP
      EXECUTE format('DROP %s IF EXISTS %I CASCADE', item.kind, item.name);
    END LOOP;
    FOR item IN
      SELECT p.oid::regprocedure AS name FROM pg_proc p
       WHERE p.pronamespace = current_schema()::regnamespace
         AND NOT EXISTS (SELECT 1 FROM pg_depend d
                          WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')
    LOOP
      EXECUTE format('DROP ROUTINE IF EXISTS %s CASCADE', item.name);
    END LOOP;
    FOR item IN
      SELECT t.typname AS name FROM pg_type t
       WHERE t.typnamespace = current_schema()::regnamespace AND t.typtype IN ('e', 'd')
         AND NOT EXISTS (SELECT 1 FROM pg_depend d
                          WHERE d.classid = 'pg_type'::regclass AND d.objid = t.oid AND d.deptype = 'e')
    LOOP
      EXECUTE format('DROP TYPE IF EXISTS %I CASCADE', item.name);
    END LOOP;
  END $$`;
