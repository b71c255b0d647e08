import { z } from "zod";

/** Whether a part of an address can be somebody's id at all. */
export function isId(value: string | undefined): value is string {
  return z.uuid().safeParse(value).success;
}
