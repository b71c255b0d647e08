import { z } from "zod";
import { Id } from "./endpoint.ts";

/** Most rows that one page may hold. */
export const MAX_LIMIT = 1_000;
const DEFAULT_LIMIT = 100;

const limit = z.coerce
  .number()
  .int()
  .min(1)
  .max(MAX_LIMIT)
  .default(DEFAULT_LIMIT)
  .meta({ description: "How many rows to give, at most 1,000." });

const AFTER = { description: "The `next` of the page before. Left out: the first page." };

/** The query of a list in the order of its ids: `limit` rows after the id `after`. */
export const PageQuery = z.object({
  after: z.uuid("This must be the `next` of a page.").toLowerCase().optional().meta(AFTER),
  limit,
});
export type PageQuery = z.infer<typeof PageQuery>;

/** Most things that can be named at once: an address has to hold them all. */
const MOST_NAMED = 50;

/** The same for a list of things that the caller names; what is there no more is left out. */
export const NamedQuery = PageQuery.extend({
  ids: z
    .string()
    .transform((ids) => ids.split(","))
    .pipe(z.array(Id).max(MOST_NAMED))
    .meta({ description: `Their ids, with commas between them; at most ${MOST_NAMED}.` }),
});

/** The same for a list in another order; its own query reads `after`, and refuses what it did not write. */
export const CursorQuery = z.object({
  after: z.string().min(1).max(500).optional().meta(AFTER),
  limit,
});
export type CursorQuery = z.infer<typeof CursorQuery>;

/** The schema of a page: some rows, and what to ask for next (null: nothing comes after). */
export function pageOf<S extends z.ZodType>(item: S) {
  return z.object({ items: z.array(item), next: z.string().nullable() });
}

/** A page of rows that were read with one more than `limit`, which tells whether more come. */
export function cut<T extends { id: string }>(
  rows: readonly T[],
  limit: number,
): { items: T[]; next: string | null } {
  const items = rows.slice(0, limit);
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}
