const ATTEMPTS = 3;

/**
 * A row that is locked and joined in one statement. Where it changes while its lock is waited for,
 * PostgreSQL looks at it anew, but joins it with what stood beside it before, and may find nothing. A
 * further statement sees both as they are now; undefined when that finds nothing either.
 */
export async function heldRow<T>(ask: () => PromiseLike<readonly T[]>): Promise<T | undefined> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const [row] = await ask();
    if (row !== undefined) return row;
  }
  return undefined;
}
