import type { DemoMark } from "./mark-types.ts";

type Standing = Pick<DemoMark, "author" | "state" | "review">;

/** How most of the demo's marks stand, to be spread into them: the annotator's, in each state. */
export const DRAFT: Standing = { author: "annotator", state: "draft" };
export const SUBMITTED: Standing = { author: "annotator", state: "submitted" };
export const WITHDRAWN: Standing = { author: "annotator", state: "withdrawn" };
export const APPROVED: Standing = {
  author: "annotator",
  state: "approved",
  review: { decision: "approve", by: "reviewer" },
};
