import { Node, type Extensions } from "@tiptap/core";
import type { Node as ProseMirrorNode, Schema } from "@tiptap/pm/model";
import type { ArticleRow } from "./article-rows.ts";
import type { ArticleText, TextBlock } from "./article-text.ts";
import { foldView } from "./fold-view.ts";

/** What a fold's buttons ask for. */
export type FoldActions = {
  /** Null when the reader may not restore blocks. */
  readonly restore: ((index: number) => void) | null;
  readonly onToggle: (indexes: readonly number[], isOpen: boolean) => void;
};

/**
 * The read-only document: blocks, and folds of neighbouring blocks. It has no marks at all;
 * annotations live in the store and are painted over the text.
 */
export function articleExtensions(actions: FoldActions): Extensions {
  return [ArticleDocument, ArticleWords, ArticleBlockNode, ArticleFoldNode.configure({ actions })];
}

/** The document for a text: text nodes hold its characters one by one, line breaks included. */
export function articleDocument(schema: Schema, article: ArticleText): ProseMirrorNode {
  const { doc, block: blockType, fold } = schema.nodes;
  if (!doc || !blockType || !fold) throw new Error("This is no schema for articles.");
  const blockNode = (row: BlockRow) => {
    const block = article.blocks[row.index];
    const words = block ? article.text.slice(block.startUtf16, block.endUtf16) : "";
    return blockType.create({ block, row }, words ? schema.text(words) : null);
  };
  return doc.create(
    null,
    article.rows.map((row) =>
      row.kind === "block"
        ? blockNode(row)
        : fold.create(
            { indexes: row.indexes, label: row.label },
            row.indexes.map((index) => blockNode({ kind: "block", index, number: null })),
          ),
    ),
  );
}

type BlockRow = Extract<ArticleRow, { kind: "block" }>;

/** A block of the document: the article's own block and row, which no copy is made of. */
export type BlockAttributes = { readonly block: TextBlock | undefined; readonly row: BlockRow };

const ArticleDocument = Node.create({ name: "doc", topNode: true, content: "(block | fold)*" });

const ArticleWords = Node.create({ name: "text", group: "inline" });

const HEADINGS: Readonly<Record<string, string>> = { title: "h2", heading: "h3" };

const ArticleBlockNode = Node.create({
  name: "block",
  content: "text*",
  whitespace: "pre",
  addAttributes: () => ({ block: {}, row: {} }),
  renderHTML: ({ node }) => {
    const { block, row } = node.attrs as BlockAttributes;
    const kind = block?.kind ?? "paragraph";
    return [
      HEADINGS[kind] ?? "p",
      {
        "data-block": String(row.index),
        "data-kind": kind,
        ...(row.number === null ? {} : { "data-number": String(row.number) }),
        ...(isBulletWanted(kind, node) ? { "data-bullet": "" } : {}),
        dir: "auto",
      },
      0,
    ];
  },
});

/** A list item of a page has no bullet in its text; one of plain text or Markdown brings its own. */
function isBulletWanted(kind: string, node: ProseMirrorNode): boolean {
  return kind === "list-item" && !/^\s*(?:[-*+•–]|\d+[.)])\s/u.test(node.textContent);
}

const ArticleFoldNode = Node.create<{ actions: FoldActions }>({
  name: "fold",
  content: "block+",
  addOptions: () => ({ actions: { restore: null, onToggle: () => undefined } }),
  addAttributes: () => ({ indexes: {}, label: {} }),
  renderHTML: () => ["section", 0],
  addNodeView() {
    return ({ node }) => foldView(node, this.options.actions);
  },
});
