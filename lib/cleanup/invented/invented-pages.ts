import { LATIN } from "./languages-latin.ts";
import { OTHER } from "./languages-other.ts";
import type { InventedPage } from "./page-parts.ts";
import { SHAPES } from "./templates-shapes.ts";
import { SYSTEMS } from "./templates-systems.ts";

export type NamedPage = InventedPage & { readonly name: string; readonly language: string };

/** Every invented page in every language: two dozen ways of writing a page, sixteen languages. */
export function inventedPages(): NamedPage[] {
  return [...LATIN, ...OTHER].flatMap((words) =>
    Object.entries({ ...SYSTEMS, ...SHAPES }).map(([name, template]) => ({
      name,
      language: words.code,
      ...template(words),
    })),
  );
}
