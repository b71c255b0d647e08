/** A TipTap document of StarterKit's nodes, as guidelines are kept. */
export type RichText = { readonly type: "doc"; readonly content: readonly RichTextBlock[] };

export type RichTextBlock =
  | {
      readonly type: "heading";
      readonly attrs: { readonly level: 2 | 3 };
      readonly content: readonly RichTextWords[];
    }
  | { readonly type: "paragraph"; readonly content: readonly RichTextWords[] }
  | { readonly type: "bulletList" | "orderedList"; readonly content: readonly RichTextItem[] }
  | { readonly type: "blockquote"; readonly content: readonly RichTextBlock[] };

export type RichTextItem = {
  readonly type: "listItem";
  readonly content: readonly RichTextBlock[];
};

export type RichTextWords = {
  readonly type: "text";
  readonly text: string;
  readonly marks?: readonly { readonly type: "bold" | "italic" }[];
};

export function richText(...sections: readonly (readonly RichTextBlock[])[]): RichText {
  return { type: "doc", content: sections.flat() };
}

export function section(text: string): RichTextBlock {
  return { type: "heading", attrs: { level: 2 }, content: words(text) };
}

export function rule(text: string): RichTextBlock {
  return { type: "heading", attrs: { level: 3 }, content: words(text) };
}

/** Here and below, `**…**` is bold and `*…*` is italic; they do not nest. */
export function paragraph(text: string): RichTextBlock {
  return { type: "paragraph", content: words(text) };
}

/** Set off as a quotation, one paragraph for each line. */
export function example(...lines: readonly string[]): RichTextBlock {
  return { type: "blockquote", content: lines.map(paragraph) };
}

export function bullets(...items: readonly string[]): RichTextBlock {
  return { type: "bulletList", content: items.map(item) };
}

export function steps(...items: readonly string[]): RichTextBlock {
  return { type: "orderedList", content: items.map(item) };
}

function item(text: string): RichTextItem {
  return { type: "listItem", content: [paragraph(text)] };
}

function words(text: string): RichTextWords[] {
  return text
    .split(/(\*\*[^*]+\*\*|\*[^*]+\*)/)
    .filter((part) => part !== "")
    .map((part): RichTextWords => {
      if (part.startsWith("**"))
        return { type: "text", text: part.slice(2, -2), marks: [{ type: "bold" }] };
      if (part.startsWith("*"))
        return { type: "text", text: part.slice(1, -1), marks: [{ type: "italic" }] };
      return { type: "text", text: part };
    });
}
