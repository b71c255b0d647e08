import { BOILERPLATE_WORDS } from "#components/editor/article-parts.ts";
import type { Boilerplate } from "#lib/cleanup/block.ts";
import type { Desk } from "../model.ts";
import type { Change } from "../outbox/change.ts";
import { isOpened, mayWrite } from "./write.ts";

/** Folds a block away as a kind of boilerplate, or restores it (null). */
export function correctBlock(desk: Desk, index: number, boilerplate: Boilerplate | null): void {
  if (!isOpened(desk) || !desk.data.can.correctBlocks) return;
  const { id: articleId, revision } = desk.data.article;
  const change: Change = { kind: "correct-block", articleId, revision, index, boilerplate };
  desk.perform(boilerplate ? "folding a block away" : "restoring a block", [change]);
  desk.say(
    boilerplate
      ? `Folded away as ${BOILERPLATE_WORDS[boilerplate]}.`
      : "Restored: the block can be marked.",
  );
}

/** Says that the reader's work on this article is done, or goes on. */
export function putWork(desk: Desk, state: "finished" | "reopened"): void {
  if (!mayWrite(desk)) return;
  const change: Change = { kind: "put-work", articleId: desk.data.article.id, state };
  desk.perform(state === "finished" ? "finishing the article" : "reopening the article", [change]);
  desk.say(state === "finished" ? "Finished." : "Reopened: go on.");
}
