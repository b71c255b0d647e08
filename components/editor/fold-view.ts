import type { Node as ProseMirrorNode } from "@tiptap/pm/model";
import type { NodeView } from "@tiptap/pm/view";
import type { BlockAttributes, FoldActions } from "./article-schema.ts";
import { BOILERPLATE_WORDS } from "./article-rows.ts";

/** A thin line that says what it hides; opened, it shows the blocks with a way to restore each. */
export function foldView(node: ProseMirrorNode, actions: FoldActions): NodeView {
  const indexes = node.attrs.indexes as readonly number[];
  const dom = document.createElement("section");
  dom.className = "article-fold";
  dom.dataset.fold = String(indexes[0] ?? "");

  const line = document.createElement("div");
  line.className = "article-fold-line";
  line.contentEditable = "false";
  const label = document.createElement("span");
  label.textContent = `▸ ${String(node.attrs.label)}`;
  label.dir = "auto";
  const toggle = button("Show");
  toggle.setAttribute("aria-expanded", "false");
  toggle.setAttribute("aria-label", `Show: ${String(node.attrs.label)}`);
  line.append(label, toggle);

  const contentDOM = document.createElement("div");
  contentDOM.className = "article-fold-blocks";
  contentDOM.hidden = true;
  const restores = restoreLine(node, actions);
  restores.hidden = true;
  dom.append(line, contentDOM, restores);

  toggle.addEventListener("click", () => open(contentDOM.hidden === true));
  // Whoever must show a place inside the fold (a card, a link) asks by this event.
  dom.addEventListener("onrecord-open-fold", () => open(true));

  function open(isOpen: boolean): void {
    if (isOpen === !contentDOM.hidden) return;
    contentDOM.hidden = !isOpen;
    restores.hidden = !isOpen;
    toggle.textContent = isOpen ? "Hide" : "Show";
    toggle.setAttribute("aria-expanded", String(isOpen));
    label.textContent = `${isOpen ? "▾" : "▸"} ${String(node.attrs.label)}`;
    actions.onToggle(indexes, isOpen);
  }

  return {
    dom,
    contentDOM,
    ignoreMutation: () => true,
    stopEvent: (event) =>
      event.target instanceof Element && event.target.closest("button") !== null,
  };
}

function restoreLine(node: ProseMirrorNode, actions: FoldActions): HTMLElement {
  const line = document.createElement("div");
  line.className = "article-fold-line";
  line.contentEditable = "false";
  const { restore } = actions;
  if (!restore) return line;
  node.forEach((block) => {
    const attributes = block.attrs as BlockAttributes;
    const kind = BOILERPLATE_WORDS[attributes.block?.boilerplate ?? "other"];
    const restoreButton = button(node.childCount === 1 ? "Restore" : `Restore ${kind}`);
    restoreButton.setAttribute("aria-label", `Restore ${kind}: ${block.textContent.slice(0, 40)}`);
    restoreButton.addEventListener("click", () => restore(attributes.row.index));
    line.append(restoreButton);
  });
  return line;
}

function button(label: string): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "article-fold-button";
  made.textContent = label;
  return made;
}
