import type { Link } from "#lib/links/model.ts";

/** The links of an annotation, those that lead from it first. */
export function linksOf(links: ReadonlyMap<string, Link>, id: string): readonly Link[] {
  return indexOf(links).get(id) ?? NONE;
}

/** By both ends, worked out once for each set of links. */
function indexOf(links: ReadonlyMap<string, Link>): ReadonlyMap<string, readonly Link[]> {
  const known = KNOWN.get(links);
  if (known) return known;
  const index = new Map<string, Link[]>();
  const add = (id: string, link: Link) => {
    const list = index.get(id);
    if (list) list.push(link);
    else index.set(id, [link]);
  };
  for (const link of links.values()) add(link.from, link);
  for (const link of links.values()) add(link.to, link);
  KNOWN.set(links, index);
  return index;
}

const NONE: readonly Link[] = [];
const KNOWN = new WeakMap<ReadonlyMap<string, Link>, ReadonlyMap<string, readonly Link[]>>();
