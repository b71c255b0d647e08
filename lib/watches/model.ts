import { z } from "zod";

export const WATCH_KINDS = ["page", "feed"] as const;
export const WatchKind = z.enum(WATCH_KINDS);
export type WatchKind = z.infer<typeof WatchKind>;

export const WATCH_OUTCOMES = ["same", "changed", "new-entries", "failed"] as const;
export const WatchOutcome = z.enum(WATCH_OUTCOMES);
export type WatchOutcome = z.infer<typeof WatchOutcome>;

/** Five minutes to a year; null: only by hand. */
export const Schedule = z
  .int("This must be a whole number of minutes.")
  .min(5, "A source is fetched every five minutes at most.")
  .max(525_600, "A year is the longest time between two fetches.")
  .nullable();

const address = z.string().trim().min(1, "Give the address.").max(4_000);

/** What is to be watched: the page of an article, or a feed. */
export const NewWatch = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("page"),
    /** Chosen by the client, so that a repeated request makes one. */
    id: z.uuid().toLowerCase().optional(),
    articleId: z.uuid().toLowerCase(),
    /** The article's own address when left out. */
    url: address.optional(),
    everyMinutes: Schedule.default(null),
  }),
  z.object({
    kind: z.literal("feed"),
    id: z.uuid().toLowerCase().optional(),
    url: address,
    everyMinutes: Schedule.default(null),
  }),
]);
export type NewWatch = z.infer<typeof NewWatch>;

/** What can be changed of a watch; what is left out stays. Null minutes stop the schedule. */
export const WatchChange = z.object({
  url: address.optional(),
  everyMinutes: Schedule.optional(),
});
export type WatchChange = z.infer<typeof WatchChange>;

export type Watch = {
  id: string;
  projectId: string;
  kind: WatchKind;
  url: string;
  articleId: string | null;
  articleTitle: string | null;
  /** A feed's own title. */
  title: string | null;
  everyMinutes: number | null;
  nextAt: string | null;
  fetchedAt: string | null;
  outcome: WatchOutcome | null;
  /** Why the last fetch failed, in a sentence. */
  problem: string | null;
  /** What the last fetch came to, as a sentence. */
  said: string;
  /** Failures in a row. */
  failures: number;
  version: number;
  createdAt: string;
};

/** What the last fetch came to, as people read it. */
export function sayOutcome(watch: Pick<Watch, "kind" | "outcome" | "problem">): string {
  switch (watch.outcome) {
    case null:
      return "Not fetched yet.";
    case "same":
      return watch.kind === "feed" ? "There was nothing new in it." : "Its text had not changed.";
    case "changed":
      return "Its text had changed, and a new revision was made.";
    case "new-entries":
      return "There were new entries, which are being taken in.";
    case "failed":
      return watch.problem ?? "It could not be fetched.";
  }
}
