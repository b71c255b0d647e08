import type { RichText } from "./rich-text.ts";
import { richText } from "./rich-text.ts";
import { ATTRIBUTIONS } from "./starting-guidelines/attributions.ts";
import { BOUNDARIES } from "./starting-guidelines/boundaries.ts";
import { CHAINS } from "./starting-guidelines/chains.ts";
import { CLAIMS } from "./starting-guidelines/claims.ts";
import { DENIALS } from "./starting-guidelines/denials.ts";
import { EVIDENCE } from "./starting-guidelines/evidence.ts";
import { HARD_CASES } from "./starting-guidelines/hard-cases.ts";
import { LINKS } from "./starting-guidelines/links.ts";
import { WHAT_WE_MARK } from "./starting-guidelines/what-we-mark.ts";
import { WHEN_IN_DOUBT } from "./starting-guidelines/when-in-doubt.ts";

/** The guidelines that a new project starts with. Its managers may change every word. */
export const startingGuidelines: RichText = richText(
  WHAT_WE_MARK,
  CLAIMS,
  DENIALS,
  ATTRIBUTIONS,
  BOUNDARIES,
  LINKS,
  EVIDENCE,
  CHAINS,
  HARD_CASES,
  WHEN_IN_DOUBT,
);
