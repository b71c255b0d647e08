import { SaxesParser, type SaxesTagPlain } from "saxes";
import { escapeHtml } from "./clean-document.ts";

/**
 * The words of an ODT's `content.xml` as simple HTML, its notes as a list at the end; null where the
 * XML is damaged. `styles` is `styles.xml`, for the names of paragraph styles.
 */
export function odtToHtml(content: string, styles: string): string | null {
  const parents = new Map<string, string>();
  readStyles(styles, parents);
  readStyles(content, parents);
  return new OdtWriter(parents).read(content);
}

/** Which style each style goes back to. */
function readStyles(xml: string, parents: Map<string, string>): void {
  for (const [tag] of xml.matchAll(/<style:style\s[^>]*>/g)) {
    const name = /\sstyle:name="([^"]*)"/.exec(tag)?.[1];
    const parent = /\sstyle:parent-style-name="([^"]*)"/.exec(tag)?.[1];
    if (name !== undefined && parent !== undefined) parents.set(name, parent);
  }
}

/** Elements that hold no words of the text: deleted words, comments, declarations, formulas' sources. */
const LEFT_OUT = new Set([
  "text:tracked-changes",
  "office:annotation",
  "office:scripts",
  "office:font-face-decls",
  "office:automatic-styles",
  "office:forms",
  "text:sequence-decls",
  "text:variable-decls",
  "text:user-field-decls",
  "text:note-citation",
  "text:ruby-text",
  "svg:title",
  "svg:desc",
  "presentation:notes",
  "office:binary-data",
]);

class OdtWriter {
  #parents: ReadonlyMap<string, string>;
  /** The body, and within notes the note: words go to the last. */
  #outputs: string[][] = [[]];
  #notes: string[] = [];
  #skipped = 0;
  #isBody = false;
  #closing: string[] = [];

  constructor(parents: ReadonlyMap<string, string>) {
    this.#parents = parents;
  }

  read(xml: string): string | null {
    const parser = new SaxesParser({ xmlns: false });
    let isDamaged = false;
    parser.on("error", () => {
      isDamaged = true;
    });
    parser.on("opentag", (tag) => this.#open(tag));
    parser.on("closetag", ({ name }) => this.#close(name));
    parser.on("text", (text) => {
      if (this.#isBody && this.#skipped === 0) this.#write(escapeHtml(text));
    });
    parser.write(xml).close();
    if (isDamaged) return null;
    const notes = this.#notes.length > 0 ? `<ol>${this.#notes.join("")}</ol>` : "";
    return (this.#outputs[0] ?? []).join("") + notes;
  }

  #write(html: string): void {
    this.#outputs.at(-1)?.push(html);
  }

  #open({ name, attributes }: SaxesTagPlain): void {
    if (name === "office:text") this.#isBody = true;
    if (this.#skipped > 0 || LEFT_OUT.has(name) || attributes["text:display"] === "none") {
      this.#skipped++;
      return;
    }
    if (!this.#isBody) return;
    if (name === "text:note") {
      this.#write(`[${this.#notes.length + this.#outputs.length}]`);
      this.#outputs.push([]);
    } else if (name === "text:s") {
      this.#write(" ".repeat(Math.min(100, Number(attributes["text:c"] ?? 1) || 1)));
    } else if (name === "text:tab") this.#write(" ");
    else if (name === "text:line-break") this.#write("<br>");
    const tag = this.#tagFor(name, attributes);
    if (tag !== null) this.#write(`<${tag}>`);
    this.#closing.push(tag ?? "");
  }

  #close(name: string): void {
    if (this.#skipped > 0) {
      this.#skipped--;
      return;
    }
    if (!this.#isBody) return;
    if (name === "office:text") {
      this.#isBody = false;
      return;
    }
    const tag = this.#closing.pop();
    if (tag) this.#write(`</${tag}>`);
    if (name === "text:note" && this.#outputs.length > 1) {
      this.#notes.push(`<li>${(this.#outputs.pop() ?? []).join("")}</li>`);
    }
  }

  #tagFor(name: string, attributes: Readonly<Record<string, string>>): string | null {
    if (name === "text:h") {
      const level = Number(attributes["text:outline-level"] ?? 1);
      return `h${Math.min(6, Math.max(1, Math.trunc(level) || 1))}`;
    }
    if (name === "text:p") return this.#tagForStyle(attributes["text:style-name"] ?? "");
    return TAGS[name] ?? null;
  }

  #tagForStyle(style: string): string {
    let known = style;
    for (let step = 0; step < 20; step++) {
      if (known === "Title") return "h1";
      if (known === "Quotations" || known === "Quote") return "blockquote";
      if (/^(?:Caption|Illustration|Figure|Table)$/.test(known)) return "figcaption";
      const parent = this.#parents.get(known);
      if (parent === undefined) break;
      known = parent;
    }
    return "p";
  }
}

const TAGS: Readonly<Record<string, string>> = {
  "text:list": "ul",
  "text:list-item": "li",
  "text:list-header": "li",
  "table:table": "table",
  "table:table-row": "tr",
  "table:table-cell": "td",
  "draw:text-box": "div",
  "text:section": "div",
};
