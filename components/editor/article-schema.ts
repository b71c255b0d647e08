import { Node, type Extensions, type JSONContent } from "@tiptap/core";
import type { Node as ProseMirrorNode } from "@tiptap/pm/model";
import type { ArticleText } from "./article-text.ts";
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
export function articleDocument(article: ArticleText): JSONContent {
  return {
    type: "doc",
    content: article.rows.map((row) =>
      row.kind === "block"
        ? blockNode(article, row.index, row.number)
        : {
            type: "fold",
            attrs: { indexes: row.indexes, label: row.label },
            content: row.indexes.map((index) => blockNode(article, index, null)),
          },
    ),
  };
}

function blockNode(article: ArticleText, index: number, number: number | null): JSONContent {
  const block = article.blocks[index];
  const words = block ? article.text.slice(block.startUtf16, block.endUtf16) : "";
  return {
    type: "block",
    attrs: {
      index,
      number,
      kind: block?.kind ?? "paragraph",
      boilerplate: block?.boilerplate ?? null,
    },
    ...(words ? { content: [{ type: "text", text: words }] } : {}),
  };
}

const ArticleDocument = Node.create({ name: "doc", topNode: true, content: "(block | fold)*" });

const ArticleWords = Node.create({ name: "text", group: "inline" });

const HEADINGS: Readonly<Record<string, string>> = { title: "h2", heading: "h3" };

const ArticleBlockNode = Node.create({
  name: "block",
  content: "text*",
  whitespace: "pre",
  addAttributes: () => ({ index: {}, number: {}, kind: {}, boilerplate: {} }),
  renderHTML: ({ node }) => [
    HEADINGS[String(node.attrs.kind)] ?? "p",
    {
      "data-block": String(node.attrs.index),
      "data-kind": String(node.attrs.kind),
      ...(node.attrs.number === null ? {} : { "data-number": String(node.attrs.number) }),
      ...(isBulletWanted(node) ? { "data-bullet": "" } : {}),
      dir: "auto",
    },
    0,
  ],
});

/** A list item of a page has no bullet in its text; one of plain text or Markdown brings its own. */
function isBulletWanted(node: ProseMirrorNode): boolean {
  return node.attrs.kind === "list-item" && !/^\s*(?:[-*+•–]|\d+[.)])\s/u.test(node.textContent);
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
