import type { Announcement } from "#lib/realtime/model.ts";

/** What is to be asked for after some announcements, each thing once. */
export type Asked = {
  readonly annotations: ReadonlySet<string>;
  readonly links: ReadonlySet<string>;
  readonly evidence: ReadonlySet<string>;
  readonly threads: ReadonlySet<string>;
  /** Annotations that were rejected: the reviewer's words belong to them. */
  readonly rejected: ReadonlySet<string>;
  readonly isMissed: boolean;
  /** Its details, its blocks, or its text. */
  readonly isArticle: boolean;
  readonly isLikeness: boolean;
  readonly isGuidelines: boolean;
  /** The reader's own place in the project. */
  readonly isMembership: boolean;
  /** The reader's own work on the article was finished or reopened somewhere. */
  readonly isWork: boolean;
};

/**
 * What a desk asks for when it hears of these: only what touches its article, the reader's role, or
 * `distant`, the annotations of other articles at the ends of its links.
 */
export function whatToAsk(
  announcements: readonly Announcement[],
  desk: {
    readonly articleId: string;
    readonly userId: string;
    readonly distant: (id: string) => boolean;
  },
): Asked {
  const ids = (topic: string, isWanted: (one: Announcement) => boolean = isHere) =>
    new Set(
      announcements.filter((one) => one.topic === topic && isWanted(one)).map(({ id }) => id),
    );
  const some = (test: (one: Announcement) => boolean) => announcements.some(test);
  function isHere({ articles }: Announcement): boolean {
    return articles.includes(desk.articleId);
  }
  const ofArticle = (one: Announcement) => one.topic === "article" && isHere(one);
  return {
    annotations: ids("annotation", (one) => isHere(one) || desk.distant(one.id)),
    links: ids("link"),
    evidence: ids("evidence"),
    threads: ids("thread"),
    rejected: ids("annotation", (one) => isHere(one) && TOLD_WITH_WORDS.has(one.type)),
    isMissed: some((one) => one.topic === "missed" && isHere(one)),
    isArticle: some((one) => ofArticle(one) && !one.type.startsWith("work.")),
    isLikeness: some(({ topic }) => topic === "likeness"),
    isGuidelines: some(({ type }) => type === "guidelines.saved"),
    isMembership: some(({ topic, id }) => topic === "user" && id === desk.userId),
    isWork: some((one) => ofArticle(one) && one.type.startsWith("work.") && one.by === desk.userId),
  };
}

const TOLD_WITH_WORDS: ReadonlySet<string> = new Set([
  "annotation.rejected",
  "annotation.review-undone",
]);
