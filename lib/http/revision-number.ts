import { z } from "zod";

/** The number of a revision in an address. */
export const RevisionNumber = z.coerce
  .number("This must be a whole number.")
  .int("This must be a whole number.")
  .min(1)
  .max(2_147_483_647);
