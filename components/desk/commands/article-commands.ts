import { nextArticle } from "../actions/next-article.ts";
import { openIf, togglePanel } from "./openings.ts";
import { inGroup } from "./command.ts";

/** Keys that concern the whole article, and what stands beside it. */
export const ARTICLE_COMMANDS = inGroup("Article", [
  {
    id: "fold",
    keys: ["F"],
    label: "Fold the block at the caret away",
    run: (desk) => openIf(desk, desk.data.can.correctBlocks, "fold"),
  },
  {
    id: "guidelines",
    keys: ["G"],
    label: "Guidelines",
    run: (desk) => togglePanel(desk, "guidelines"),
  },
  {
    id: "article-beside",
    keys: ["V"],
    label: "Another article beside it, to link to",
    run: (desk) => togglePanel(desk, "article"),
  },
  {
    id: "outline",
    keys: ["Shift+P"],
    label: "The marks in words, paragraph by paragraph",
    run: (desk) => togglePanel(desk, "outline"),
  },
  {
    id: "details",
    keys: ["I"],
    label: "Title and details",
    run: (desk) => openIf(desk, desk.data.can.editArticle, "details"),
  },
  {
    id: "submit-all",
    keys: ["Shift+S"],
    label: "Submit all",
    run: (desk) => openIf(desk, desk.data.can.write, "submit-all"),
  },
  {
    id: "finish",
    keys: ["Shift+F"],
    label: "Finish the article, or reopen it",
    run: (desk) => openIf(desk, desk.data.can.write, "finish"),
  },
  {
    id: "next-article",
    keys: ["Shift+N"],
    label: "Next article of my work",
    run: nextArticle,
  },
  {
    id: "commands",
    keys: ["Control+K"],
    label: "Find a command",
    run: (desk) => desk.store.set({ dialog: "commands" }),
  },
  {
    id: "keys",
    keys: ["?"],
    label: "All keys",
    run: (desk) => desk.store.set({ dialog: "keys" }),
  },
]);
