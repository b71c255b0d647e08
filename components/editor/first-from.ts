/**
 * Where in a list the first item is for which something holds that holds for all behind it as well; the
 * list's length where it holds for none. Looks at as many items as the length has binary digits.
 */
export function firstFrom<Item>(list: readonly Item[], holds: (item: Item) => boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const item = list[middle];
    if (item !== undefined && holds(item)) high = middle;
    else low = middle + 1;
  }
  return low;
}
