import type { z } from "zod";
import type {
  AnnotationState,
  AttributionAttributes,
  ClaimAttributes,
  DenialAttributes,
  SegmentRole,
} from "#lib/annotations/model.ts";
import type { Stance } from "#lib/evidence/model.ts";
import type { LinkType } from "#lib/links/model.ts";
import type { RejectReason } from "#lib/review/model.ts";
import type { DemoPerson } from "./people.ts";

/** Everything that has been done on one article of the demo. */
export type DemoArticleMarks = {
  /** File in articles/. */
  readonly article: string;
  /** People who are not named have not begun. */
  readonly work: readonly DemoWork[];
  readonly marks: readonly DemoMark[];
  readonly missed?: readonly DemoMissed[];
};

/** An annotation, told by its words instead of offsets. Content is what the author submitted. */
export type DemoMark = DemoContent & {
  /** Unique over all articles; links and evidence point at it. */
  readonly key: string;
  readonly author: DemoPerson;
  readonly state: AnnotationState;
  /** The decision in force: there is one exactly when the state is approved or rejected. */
  readonly review?: DemoReview;
  /** What it went through before, oldest first. Its author wrote the content of every round. */
  readonly history?: readonly DemoRound[];
};

export type DemoContent = DemoTagged & {
  /** Words that stand once in the text, in which the segments are looked up; else the whole text. */
  readonly passage?: string;
  readonly segments: readonly DemoSegment[];
  readonly absent?: readonly SegmentRole[];
  readonly doubt?: string;
};

export type DemoSegment = {
  readonly role: SegmentRole;
  readonly quote: string;
  /** Which occurrence within the passage, from 1. Needed only when there are several. */
  readonly nth?: number;
};

export type DemoReview =
  | { readonly decision: "approve"; readonly by: DemoPerson; readonly comment?: string }
  | {
      readonly decision: "reject";
      readonly by: DemoPerson;
      readonly reason: RejectReason;
      readonly comment: string;
    }
  | {
      /** Correct and approve: `corrected` is what holds in the end. */
      readonly decision: "correct";
      readonly by: DemoPerson;
      readonly comment: string;
      readonly corrected: DemoContent;
    };

/** One earlier submission and how it ended. */
export type DemoRound = {
  readonly content: DemoContent;
  readonly end:
    | { readonly step: "recalled" }
    | {
        readonly step: "rejected";
        readonly by: DemoPerson;
        readonly reason: RejectReason;
        readonly comment: string;
      }
    | { readonly step: "approved and reopened"; readonly by: DemoPerson; readonly comment: string };
};

export type DemoWork = {
  readonly who: DemoPerson;
  readonly state: "begun" | "finished" | "reopened";
};

/** "You missed this". */
export type DemoMissed = {
  readonly quote: string;
  readonly by: DemoPerson;
  readonly annotator: DemoPerson;
  readonly comment: string;
};

export type DemoLink = {
  readonly type: LinkType;
  readonly from: string;
  readonly to: string;
  /** The annotator when left out. */
  readonly author?: DemoPerson;
};

export type DemoEvidence = {
  /** Key of the annotation. */
  readonly on: string;
  readonly by: DemoPerson;
  readonly stance: Stance;
  readonly reason: string;
  /** Seen by its author and these people only. */
  readonly confidentialTo?: readonly DemoPerson[];
} & (
  | { readonly kind: "passage"; readonly article: string; readonly quote: string }
  | { readonly kind: "web"; readonly url: string; readonly quotation: string }
  | { readonly kind: "note"; readonly note: string }
);

type DemoTagged =
  | { readonly tag: "claim"; readonly attributes: z.infer<typeof ClaimAttributes> }
  | { readonly tag: "denial"; readonly attributes: z.infer<typeof DenialAttributes> }
  | { readonly tag: "attribution"; readonly attributes: z.infer<typeof AttributionAttributes> };
