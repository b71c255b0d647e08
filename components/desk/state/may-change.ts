import type { Annotation } from "#lib/annotations/model.ts";
import type { Desk } from "../model.ts";

/** Whether the reader may change an annotation: their own, while it is not approved. */
export function mayChange({ data }: Pick<Desk, "data">, { author, state }: Annotation): boolean {
  return (
    data.can.write && author.id === data.me.id && state !== "approved" && state !== "withdrawn"
  );
}
