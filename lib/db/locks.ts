/**
 * The advisory locks that we take in a database, each a pair of numbers. The first says that it is
 * ours ("onrec" in a telephone's letters), should a database be shared with something else.
 */
export const LOCKS = {
  /** Held by every app that serves from the database; alone by a restore. */
  serving: [66_732, 1],
  /** Held while migrations are looked at and applied. */
  migrating: [66_732, 2],
  /** Held by every worker for as long as it lives. */
  working: [66_732, 3],
} as const;
