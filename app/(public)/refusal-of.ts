import { isDomainError } from "#lib/errors.ts";

/** What a page reads, or the sentence that says why it cannot be had. */
export async function refusalOf<T>(
  reading: Promise<T>,
): Promise<{ refused: null; value: T } | { refused: string }> {
  try {
    return { refused: null, value: await reading };
  } catch (error) {
    if (isDomainError(error)) return { refused: error.message };
    throw error;
  }
}
