import type { NodeView } from "@tiptap/pm/view";
import { BOILERPLATE_WORDS } from "./article-parts.ts";
import type { FoldActions, PartAttributes } from "./article-schema.ts";
import type { DrawBlock } from "./draw-block.ts";

/** A thin line that says what it hides; opened, it shows the blocks with a way to restore each. */
export function foldView(
  { part, text }: PartAttributes<"fold">,
  draw: DrawBlock,
  actions: FoldActions,
): NodeView {
  const indexes = part.blocks.map(({ index }) => index);
  const dom = document.createElement("section");
  dom.className = "article-fold";
  dom.dataset.fold = String(indexes[0] ?? "");

  const line = document.createElement("div");
  line.className = "article-fold-line";
  const label = document.createElement("span");
  label.textContent = `▸ ${part.label}`;
  label.dir = "auto";
  const toggle = button("Show");
  toggle.setAttribute("aria-expanded", "false");
  toggle.setAttribute("aria-label", `Show: ${part.label}`);
  line.append(label, toggle);

  const folded = document.createElement("div");
  folded.className = "article-fold-blocks";
  folded.hidden = true;
  folded.append(...part.blocks.map((block) => draw(block, text, null)));
  const restores = restoreLine({ part, text }, actions);
  restores.hidden = true;
  dom.append(line, folded, restores);

  toggle.addEventListener("click", () => open(folded.hidden === true));
  // Whoever must show a place inside the fold (a card, a link) asks by this event.
  dom.addEventListener("onrecord-open-fold", () => open(true));

  function open(isOpen: boolean): void {
    if (isOpen === !folded.hidden) return;
    folded.hidden = !isOpen;
    restores.hidden = !isOpen;
    toggle.textContent = isOpen ? "Hide" : "Show";
    toggle.setAttribute("aria-expanded", String(isOpen));
    label.textContent = `${isOpen ? "▾" : "▸"} ${part.label}`;
    actions.onToggle(indexes, isOpen);
  }

  return {
    dom,
    ignoreMutation: () => true,
    stopEvent: (event) =>
      event.target instanceof Element && event.target.closest("button") !== null,
  };
}

function restoreLine({ part, text }: PartAttributes<"fold">, actions: FoldActions): HTMLElement {
  const line = document.createElement("div");
  line.className = "article-fold-line";
  const { restore } = actions;
  if (!restore) return line;
  for (const { index, boilerplate, startUtf16, endUtf16 } of part.blocks) {
    const kind = BOILERPLATE_WORDS[boilerplate ?? "other"];
    const words = text.slice(startUtf16, Math.min(endUtf16, startUtf16 + 40));
    const restoreButton = button(part.blocks.length === 1 ? "Restore" : `Restore ${kind}`);
    restoreButton.setAttribute("aria-label", `Restore ${kind}: ${words}`);
    restoreButton.addEventListener("click", () => restore(index));
    line.append(restoreButton);
  }
  return line;
}

function button(label: string): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "article-fold-button";
  made.textContent = label;
  return made;
}
