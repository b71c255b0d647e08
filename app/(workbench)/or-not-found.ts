import { notFound } from "next/navigation";
import { isDomainError } from "#lib/errors.ts";

/** What a page reads, or the page that says that there is nothing at this address. */
export async function orNotFound<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    if (isDomainError(error) && error.code === "not-found") notFound();
    throw error;
  }
}
