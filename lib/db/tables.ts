import type { ClientBase } from "pg";

export type Table = {
  name: string;
  /** In their order, without those that the database works out itself. */
  columns: string[];
};

/** Our tables, by name; not Prisma's own, nor those of other schemas. */
export async function listTables(client: ClientBase): Promise<Table[]> {
  const answer = await client.query<Table>(`
    SELECT c.relname AS name,
           array_agg(a.attname::text ORDER BY a.attnum) FILTER (WHERE a.attgenerated = '') AS columns
      FROM pg_class c
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
     WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r'
       AND c.relname <> '_prisma_migrations'
       AND NOT EXISTS (SELECT 1 FROM pg_depend d
                        WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
     GROUP BY c.oid, c.relname
     ORDER BY c.relname`);
  return answer.rows;
}

/** Whether any of our tables has a row. */
export async function holdsData(client: ClientBase): Promise<boolean> {
  for (const { name } of await listTables(client)) {
    const answer = await client.query(`SELECT 1 FROM ${quoteName(name)} LIMIT 1`);
    if (answer.rows.length > 0) return true;
  }
  return false;
}

/** A name as SQL wants it. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
