import { createElement, Fragment, type ReactNode } from "react";
import { classNames } from "#components/ui/class-names.ts";
import type { GuidelinesDocument as Document } from "#lib/projects/guidelines-document.ts";
import { guidelinesOutline, headingLevel } from "./guidelines-outline.ts";
import { PROSE_STYLE } from "./prose-style.ts";

type Node = Document["content"][number];

type Props = {
  document: Document;
  /** Goes before the headings' ids, where two documents could stand in one page. */
  idPrefix?: string;
  className?: string;
};

/**
 * The guidelines as a page to read, drawn from their nodes: nothing that somebody wrote is ever taken
 * for markup. Nodes of a kind that is not known are drawn as what is in them.
 */
export function GuidelinesDocument({ document, idPrefix = "", className }: Props) {
  const headings = guidelinesOutline(document)[Symbol.iterator]();
  const blocks = document.content.map((node) => {
    if (node.type !== "heading") return draw(node);
    const id = headings.next().value?.id;
    return draw(node, id && `${idPrefix}${id}`);
  });
  return createElement("div", { className: classNames(PROSE_STYLE, className) }, ...blocks);
}

function draw(node: Node, id?: string): ReactNode {
  const children = (node.content ?? []).map((child) => draw(child));
  switch (node.type) {
    case "text":
      return drawWords(node);
    case "heading":
      return createElement(HEADINGS[headingLevel(node) - 2] ?? "h6", { id }, ...children);
    case "orderedList":
      return createElement("ol", { start: Number(node.attrs?.start ?? 1) }, ...children);
    case "codeBlock":
      // Scrolled with the keyboard where a line is longer than the page is wide.
      return createElement("pre", { tabIndex: 0 }, createElement("code", null, ...children));
    default:
      return createElement(ELEMENTS[node.type] ?? Fragment, null, ...children);
  }
}

const ELEMENTS: Readonly<Record<string, string>> = {
  paragraph: "p",
  bulletList: "ul",
  listItem: "li",
  blockquote: "blockquote",
  hardBreak: "br",
  horizontalRule: "hr",
};

const HEADINGS = ["h2", "h3", "h4", "h5", "h6"] as const;

function drawWords(node: Node): ReactNode {
  return (node.marks ?? []).reduceRight<ReactNode>((inner, mark) => {
    switch (mark.type) {
      case "bold":
        return <strong>{inner}</strong>;
      case "italic":
        return <em>{inner}</em>;
      case "underline":
        return <u>{inner}</u>;
      case "strike":
        return <s>{inner}</s>;
      case "code":
        return <code>{inner}</code>;
      case "link":
        return (
          <a href={mark.attrs.href} rel="noreferrer noopener">
            {inner}
          </a>
        );
      default:
        return inner;
    }
  }, node.text);
}
