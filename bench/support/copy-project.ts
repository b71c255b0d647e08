import type pg from "pg";
import { to as copyTo } from "pg-copy-streams";

/** The rows that an export is made of, table by table. */
const TABLES = [
  `SELECT a.* FROM "article" a WHERE a."project_id" = 'PROJECT'`,
  `SELECT r.* FROM "revision" r WHERE r."project_id" = 'PROJECT'`,
  `SELECT b.* FROM "block" b JOIN "revision" r ON r."id" = b."revision_id" WHERE r."project_id" = 'PROJECT'`,
  `SELECT n.* FROM "annotation" n WHERE n."project_id" = 'PROJECT'`,
  `SELECT s.* FROM "segment" s JOIN "annotation" n ON n."id" = s."annotation_id" WHERE n."project_id" = 'PROJECT'`,
  `SELECT v.* FROM "review" v WHERE v."project_id" = 'PROJECT'`,
  `SELECT e.* FROM "evidence" e WHERE e."project_id" = 'PROJECT'`,
  `SELECT l.* FROM "link" l WHERE l."project_id" = 'PROJECT'`,
];

/** COPY them out through the driver, and drop them: the least that any export can cost. */
export async function copyProject(
  client: pg.Client,
  projectId: string,
): Promise<{ bytes: number; seconds: number }> {
  let bytes = 0;
  const began = performance.now();
  for (const table of TABLES) {
    const query = table.replace("PROJECT", projectId);
    for await (const chunk of client.query(copyTo(`COPY (${query}) TO STDOUT`))) {
      bytes += chunk.length;
    }
  }
  return { bytes, seconds: (performance.now() - began) / 1_000 };
}
