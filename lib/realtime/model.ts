import { z } from "zod";

/** A pointer to what changed in a project. Whoever hears it asks again, and gets what they may see. */
export type Announcement = {
  /** Rises in the order of commits: within a shared project by ones, in a blind one with the clock. */
  number: number;
  at: string;
  /** What happened, such as "annotation.submitted". */
  type: string;
  /** The noun: "annotation", "link", "article" … */
  topic: string;
  id: string;
  /** The articles that it touches. */
  articles: string[];
  /** Who did it; null: somebody at the machine itself, or somebody of whom this person is not told. */
  by: string | null;
};

/** How a stream begins: after the announcement of this number. */
export const AnnouncementNumber = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER);

/** Who has an article open, and where they read. */
export type PresentReader = {
  user: { id: string; name: string };
  /** A code point of the current revision; null when it is not known. */
  place: number | null;
  seenAt: string;
};

export const PresenceInput = z.object({
  /** One open page of a browser, by an id that it made up. */
  tab: z.uuid().toLowerCase(),
  place: z.int().min(0).max(2_147_483_647).nullable(),
});
export type PresenceInput = z.infer<typeof PresenceInput>;

/** Whoever says nothing for this long has gone. */
export const PRESENCE_SECONDS = 45;
