import { statedAddress } from "../metadata.ts";
import { statedDate } from "../stated-date.ts";
import type { PageHead } from "./page-head.ts";

/**
 * Browsers and archiving tools note where and when they saved a page, in a comment at its top or in
 * meta elements of their own.
 */
export function savedFrom(head: PageHead): { url: string | null; retrieved: string | null } {
  for (const comment of head.comments) {
    for (const form of FORMS) {
      const found = form.exec(comment)?.groups;
      if (found) {
        return { url: statedAddress(found["url"]), retrieved: statedDate(found["date"]) };
      }
    }
  }
  return {
    url: statedAddress(head.metas.get("savepage-url")),
    retrieved: statedDate(head.metas.get("savepage-date")),
  };
}

const FORMS: readonly RegExp[] = [
  /^\s*saved from url=\(\d+\)(?<url>https?:\S+)/,
  /Page saved with SingleFile\s+url: (?<url>\S+)\s+saved date: (?<date>[^\n(]{1,60})/,
  /Mirrored from (?<url>\S+) by HTTrack[^,]{0,80}, (?<date>[^\n]{1,60}?)\s*$/,
  /FILE ARCHIVED ON (?<date>[^\n]{1,40}?) AND RETRIEVED FROM THE\s+INTERNET ARCHIVE/,
];
