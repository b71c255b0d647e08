/** Work through the items with so many workers at once; gives the seconds that it took. */
export async function inParallel<T>(
  items: readonly T[],
  workers: number,
  work: (item: T, worker: number) => Promise<void>,
): Promise<number> {
  let next = 0;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: workers }, async (_, worker) => {
      for (let item = items[next++]; item !== undefined; item = items[next++]) {
        await work(item, worker);
      }
    }),
  );
  return (performance.now() - began) / 1_000;
}
