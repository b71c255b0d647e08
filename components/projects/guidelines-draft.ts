import { z } from "zod";
import { GuidelinesDocument } from "#lib/projects/guidelines-document.ts";

/** Guidelines as somebody was writing them, kept in this browser until they are saved or thrown away. */
export type GuidelinesDraft = {
  /** The version that was changed. */
  from: number;
  document: GuidelinesDocument;
  /** When it was last changed. */
  at: string;
};

/** Kept for each person, so that two who share a browser do not see each other's. */
export function draftKey(projectId: string, userId: string): string {
  return `onrecord guidelines ${projectId} ${userId}`;
}

/** The draft that is kept, or null; one that cannot be read counts as none. */
export function readDraft(key: string): GuidelinesDraft | null {
  try {
    return Draft.parse(JSON.parse(localStorage.getItem(key) ?? "null"));
  } catch {
    return null;
  }
}

/** Whether it could be kept: a browser may have no room, or keep nothing at all. */
export function keepDraft(key: string, draft: GuidelinesDraft): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

export function dropDraft(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // What could not be kept need not be dropped.
  }
}

const Draft = z.object({
  from: z.number().int().min(1),
  document: GuidelinesDocument,
  at: z.iso.datetime(),
});
