import type { Annotation } from "#lib/annotations/model.ts";
import type { Article, WorkState } from "#lib/articles/model.ts";
import type { MemberRole } from "#lib/context.ts";
import type { Evidence } from "#lib/evidence/model.ts";
import type { Tie } from "#lib/likeness/model.ts";
import type { Link } from "#lib/links/model.ts";
import type { GuidelinesDocument } from "#lib/projects/guidelines-document.ts";
import type { AnnotationContent, AnnotationState, Segment, Tag } from "#lib/annotations/model.ts";
import type { MissedPassage, Review } from "#lib/review/model.ts";

/** Everything that the desk is opened with. */
export type DeskData = {
  /** The number of the last announcement in the project that all this takes in. */
  readonly announced: number;
  readonly project: { readonly id: string; readonly name: string };
  readonly article: Article;
  readonly annotations: readonly Annotation[];
  readonly links: readonly Link[];
  /** Annotations of other articles at the other ends of links. */
  readonly elsewhere: readonly DistantAnnotation[];
  readonly evidence: readonly Evidence[];
  readonly missed: readonly MissedPassage[];
  /** The reader's own annotations that came back, with the reviewer's words. */
  readonly returned: readonly { readonly review: Review; readonly judged: AnnotationContent }[];
  /** Other articles with the same text. */
  readonly ties: readonly Tie[];
  readonly work: WorkState;
  /** The reader's articles in this project; `isMore` when there are more than were counted. */
  readonly progress: {
    readonly finished: number;
    readonly total: number;
    readonly isMore: boolean;
  };
  readonly me: { readonly id: string; readonly name: string; readonly email: string };
  readonly role: MemberRole;
  /** Whether the reader sees only their own work here, as annotators do in a blind project. */
  readonly isBlind: boolean;
  readonly can: DeskPermissions;
  readonly guidelines: { readonly version: number; readonly document: GuidelinesDocument };
};

/** What the reader may do in this project, decided on the server. */
export type DeskPermissions = {
  readonly write: boolean;
  readonly review: boolean;
  readonly withdrawAny: boolean;
  readonly editArticle: boolean;
  readonly correctBlocks: boolean;
};

/** An annotation of another article, as far as a link shows it. */
export type DistantAnnotation = {
  readonly id: string;
  readonly articleId: string;
  readonly articleTitle: string;
  readonly tag: Tag;
  readonly state: AnnotationState;
  readonly segments: readonly Segment[];
};
