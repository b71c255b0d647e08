import type { Draft } from "../draft.ts";
import { draftText, isOpen, mark } from "../draft.ts";

/** Marks lines of program code and data (scripts, JSON) that a scraper took for text. */
export function findScripts(text: string, drafts: readonly Draft[]): Draft[] {
  return drafts.map((draft) =>
    isOpen(draft) && looksLikeCode(draftText(text, draft)) ? mark(draft, "other") : draft,
  );
}

/** Code is dense with signs that prose hardly has, and speaks words of its own. Markup around prose is none. */
export function looksLikeCode(words: string): boolean {
  const sample = words.slice(0, 4_000).replace(/<\/?[a-z!][^<>]*>/gi, "");
  if (!/[\p{L}\p{N}]{2}/u.test(sample)) return sample.length < words.length;
  const signs = sample.match(/[{}()[\];=<>|&$_\\]|["']\s*[:,]/g)?.length ?? 0;
  const density = signs / sample.length;
  if (density > 0.12 && signs > 5) return true;
  return density > 0.03 && CODE.test(sample);
}

const CODE =
  /\bfunction\s*\w*\s*\(|\b(?:var|let|const)\s+[\w$]+\s*=|\bwindow[.[]|\bdocument\.\w|=>\s*[{(]|\breturn [\w$.]+;|\bnew \w+\(|\btypeof\b|\.push\(|"@(?:context|type)"|<!\[CDATA\[|\]\]>/;
