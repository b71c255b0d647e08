import type { Mark } from "../paint-plan.ts";

/* An attribution, the denial that begins at its cue, and a claim within both. */

export const attribution: Mark = {
  id: "attribution",
  tag: "attribution",
  segments: [
    { role: "source", start: 0, end: 10 },
    { role: "cue", start: 11, end: 15 },
    { role: "content", start: 16, end: 40 },
  ],
};
export const denial: Mark = {
  id: "denial",
  tag: "denial",
  segments: [{ role: "content", start: 11, end: 40 }],
};
export const claim: Mark = {
  id: "claim",
  tag: "claim",
  segments: [{ role: "content", start: 20, end: 30 }],
};
