import type { GuidelinesDocument } from "#lib/projects/guidelines-document.ts";

type Node = GuidelinesDocument["content"][number];

export type GuidelinesHeading = { id: string; level: number; text: string };

/**
 * The headings at the top of the document, in order, each with an address of its own within the page.
 * Headings inside a quotation or a list are not in it.
 */
export function guidelinesOutline(document: GuidelinesDocument): GuidelinesHeading[] {
  const taken = new Map<string, number>();
  return document.content.flatMap((node) => {
    if (node.type !== "heading") return [];
    const text = textOf(node).trim();
    const base = slug(text);
    const count = (taken.get(base) ?? 0) + 1;
    taken.set(base, count);
    return [{ id: count === 1 ? base : `${base}-${count}`, level: headingLevel(node), text }];
  });
}

/** The page's own title is the only heading of level 1. */
export function headingLevel(node: Node): number {
  return Math.min(6, Math.max(2, Number(node.attrs?.level ?? 2)));
}

function textOf(node: Node): string {
  return node.text ?? (node.content ?? []).map(textOf).join("");
}

function slug(text: string): string {
  const words = text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "");
  return words || "section";
}
