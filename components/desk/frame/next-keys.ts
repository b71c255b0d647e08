import type { Annotation } from "#lib/annotations/model.ts";
import type { DeskPermissions } from "../desk-data.ts";
import { missingPart } from "../marking/marking.ts";
import type { DeskState } from "../state/desk-state.ts";

/** What the next key does: words and keys by turns, for the status line. */
export type NextKey = { readonly keys: string; readonly does: string };
export type NextKeys = { readonly says: string | null; readonly keys: readonly NextKey[] };

/** Teaches the keys that are of use now; a few, not all. */
export function nextKeys(
  state: Pick<
    DeskState,
    "chosen" | "openId" | "focusId" | "annotations" | "order" | "article" | "linkFrom"
  >,
  can: Pick<DeskPermissions, "write">,
  myId: string,
): NextKeys {
  const annotation = state.annotations.get(state.openId ?? state.focusId ?? "");
  const isMine = can.write && annotation?.author.id === myId && annotation.state !== "approved";
  if (state.linkFrom !== null)
    return {
      says: "A link is begun. Go to the other annotation, then",
      keys: [
        { keys: "Shift+L", does: "draw it" },
        { keys: "J", does: "next" },
        { keys: "Escape", does: "leave it" },
      ],
    };
  if (state.chosen.length > 0) return withWords(state, annotation, isMine);
  if (state.openId !== null && annotation) {
    const missing = missingPart(annotation);
    if (!missing) return whole(annotation, state);
    return {
      says: `Select the ${missing}, then`,
      keys: [
        { keys: ROLE_KEYS[missing], does: missing },
        { keys: "N", does: "there is none" },
        CLOSE,
      ],
    };
  }
  if (annotation) {
    return {
      says: null,
      keys: isMine
        ? [
            { keys: "T", does: "attributes" },
            { keys: "L", does: "link" },
            {
              keys: "Shift+Enter",
              does: annotation.state === "submitted" ? "take back" : "submit",
            },
            { keys: "J", does: "next" },
          ]
        : [
            { keys: "E", does: "evidence" },
            { keys: "H", does: "history" },
            { keys: "J", does: "next" },
          ],
    };
  }
  if (!can.write) return { says: null, keys: [{ keys: "J", does: "next annotation" }] };
  return {
    says: "Select words, then",
    keys: [
      { keys: "C", does: "claim" },
      { keys: "D", does: "denial" },
      { keys: "A", does: "attribution" },
    ],
  };
}

/** All parts are there: what is still to be said, one figure each, and what the content is. */
function whole(
  open: Annotation,
  { focusId, annotations }: Pick<DeskState, "focusId" | "annotations">,
): NextKeys {
  const inner = focusId !== null && focusId !== open.id ? annotations.get(focusId) : undefined;
  if (inner?.tag === "claim" && !inner.attributes.kind)
    return { says: null, keys: [{ keys: "1–7", does: "kind of claim" }, CLOSE] };
  if (inner?.tag === "denial" && !inner.attributes.form)
    return { says: null, keys: [{ keys: "1–5", does: "form of denial" }, CLOSE] };
  if (inner) return { says: null, keys: [CLOSE] };
  return {
    says: null,
    keys: [
      ...(open.attributes.sourceType ? [] : [{ keys: "1–6", does: "source type" }]),
      ...(open.attributes.commitment ? [] : [{ keys: "Shift+1–8", does: "commitment" }]),
      MAKE_CLAIM,
      MAKE_DENIAL,
      CLOSE,
    ],
  };
}

function withWords(
  state: Pick<DeskState, "chosen" | "openId">,
  annotation: Annotation | undefined,
  isMine: boolean,
): NextKeys {
  if (state.openId !== null && annotation && isMine) {
    return {
      says: "Selected for the attribution.",
      keys: [
        { keys: "S", does: "source" },
        { keys: "Q", does: "cue" },
        { keys: "X", does: "more content" },
      ],
    };
  }
  const pieces = state.chosen.length;
  return {
    says: pieces > 1 ? `Selected ${pieces} pieces.` : null,
    keys: [
      { keys: "C", does: "claim" },
      { keys: "D", does: "denial" },
      { keys: "A", does: "attribution, then" },
      { keys: "S", does: "source" },
      { keys: "Q", does: "cue" },
    ],
  };
}

const ROLE_KEYS = { content: "X", source: "S", cue: "Q" } as const;
const CLOSE: NextKey = { keys: "Enter", does: "close" };
const MAKE_CLAIM: NextKey = { keys: "C", does: "its content is a claim" };
const MAKE_DENIAL: NextKey = { keys: "D", does: "a denial" };
