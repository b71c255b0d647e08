import { Node, type Extensions } from "@tiptap/core";
import type { Node as ProseMirrorNode, Schema } from "@tiptap/pm/model";
import type { NodeView } from "@tiptap/pm/view";
import { articleParts, isNumbered, titleOf, type ArticlePart } from "./article-parts.ts";
import type { ArticleText } from "./article-text.ts";
import { blockDrawer, type DrawBlock } from "./draw-block.ts";
import { foldView } from "./fold-view.ts";

/** What a fold's buttons ask for. */
export type FoldActions = {
  /** Null when the reader may not restore blocks. */
  readonly restore: ((index: number) => void) | null;
  readonly onToggle: (indexes: readonly number[], isOpen: boolean) => void;
};

/**
 * The read-only document: passages of neighbouring blocks, and folds. It has no marks at all;
 * annotations live in the store and are painted over the text. Nobody types here, so its parts are
 * whole: ProseMirror keeps their order, and nothing for each of thousands of blocks.
 */
export function articleExtensions(actions: FoldActions): Extensions {
  const draw = blockDrawer();
  return [
    ArticleDocument,
    ArticleWords,
    ArticleBody,
    ArticlePassage.configure({ draw }),
    ArticleFold.configure({ draw, actions }),
  ];
}

/** The document for a text. */
export function articleDocument(schema: Schema, article: ArticleText): ProseMirrorNode {
  const { doc, body, passage, fold } = schema.nodes;
  if (!doc || !body || !passage || !fold) throw new Error("This is no schema for articles.");
  const { text } = article;
  const parts = articleParts(article).map((part) =>
    (part.kind === "passage" ? passage : fold).create({ part, text }),
  );
  return doc.create(null, body.create(null, parts));
}

/** The position right behind the headline, for what stands below it; the beginning without one. */
export function positionBelowTitle(article: ArticleText): number {
  const title = titleOf(article);
  if (title === null) return 0;
  // Each part counts one, and so does the way into the body.
  return 2 + articleParts(article).findIndex(({ blocks }) => blocks.includes(title));
}

/** A part of the document. The text is the whole article's, so that none of it is kept twice. */
export type PartAttributes<Kind extends ArticlePart["kind"] = ArticlePart["kind"]> = {
  readonly part: Extract<ArticlePart, { kind: Kind }>;
  readonly text: string;
};

const ArticleDocument = Node.create({ name: "doc", topNode: true, content: "body" });

const ArticleWords = Node.create({ name: "text", group: "inline" });

/** Holds all parts, and keeps the browser's selection in them from ProseMirror. */
const ArticleBody = Node.create({
  name: "body",
  content: "(passage | fold)*",
  renderHTML: () => ["div", 0],
  addNodeView: () => () => {
    const dom = document.createElement("div");
    return { dom, contentDOM: dom, ignoreMutation: () => true };
  },
});

const PART = {
  atom: true,
  selectable: false,
  renderHTML: (): ["div"] => ["div"],
  addAttributes: () => ({ part: {}, text: {} }),
};

const ArticlePassage = Node.create<{ draw: DrawBlock }>({
  ...PART,
  name: "passage",
  addOptions: () => ({ draw: blockDrawer() }),
  addNodeView() {
    return ({ node }) => passageView(node.attrs as PartAttributes<"passage">, this.options.draw);
  },
});

function passageView({ part, text }: PartAttributes<"passage">, draw: DrawBlock): NodeView {
  const dom = document.createElement("div");
  dom.className = "article-passage";
  dom.style.setProperty("--blocks", String(part.blocks.length));
  let number = part.firstNumber;
  dom.append(...part.blocks.map((block) => draw(block, text, isNumbered(block) ? number++ : null)));
  return { dom, ignoreMutation: () => true };
}

const ArticleFold = Node.create<{ draw: DrawBlock; actions: FoldActions }>({
  ...PART,
  name: "fold",
  addOptions: () => ({
    draw: blockDrawer(),
    actions: { restore: null, onToggle: () => undefined },
  }),
  addNodeView() {
    const { draw, actions } = this.options;
    return ({ node }) => foldView(node.attrs as PartAttributes<"fold">, draw, actions);
  },
});
