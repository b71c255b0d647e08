import { LOCKS } from "#lib/db/locks.ts";
import type { Check } from "./checks.ts";

const [SPACE, KEY] = LOCKS.working;

/** What must never be among the things that come in. */
export const INGESTION_CHECKS: readonly Check[] = [
  {
    what: "item",
    message: "It says that it came in, and there is no article of its project for it.",
    sql: `SELECT t."id" FROM "ingestion_item" t LEFT JOIN "article" a ON a."id" = t."article_id"
      WHERE t."state" IN ('added', 'duplicate', 'near-duplicate', 'revision') AND a."project_id" IS DISTINCT FROM t."project_id"`,
  },
  {
    what: "item",
    message: "It is counted to another project, or came out of something else, than its ingestion.",
    sql: `SELECT t."id" FROM "ingestion_item" t JOIN "ingestion" i ON i."id" = t."ingestion_id"
      LEFT JOIN "ingestion_item" p ON p."id" = t."parent_id"
      WHERE t."project_id" <> i."project_id" OR p."ingestion_id" <> t."ingestion_id"`,
  },
  {
    what: "item",
    message: "It has been under way for more than an hour.",
    sql: `SELECT t."id" FROM "ingestion_item" t WHERE t."state" = 'running' AND t."started_at" < now() - interval '1 hour'`,
  },
  {
    what: "ingestion",
    // Where no worker is at work, what waits has every right to.
    message: "Something in it waits, a worker is at work, and no job was sent for it.",
    sql: `SELECT DISTINCT t."ingestion_id" FROM "ingestion_item" t
      WHERE t."state" = 'waiting' AND t."created_at" < now() - interval '5 minutes'
      AND EXISTS (SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND classid = ${SPACE} AND objid = ${KEY} AND objsubid = 2
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database()))
      AND NOT EXISTS (SELECT 1 FROM pgboss.job j WHERE j.name = 'ingestion.take-in' AND j.singleton_key = t."ingestion_id"::text
        AND (j.state IN ('created', 'retry', 'active') OR j.completed_on > now() - interval '1 minute'))`,
  },
];
