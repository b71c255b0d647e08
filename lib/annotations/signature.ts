import { createHash } from "node:crypto";
import type { SegmentRole, Tag } from "./model.ts";

type Marked = {
  readonly tag: Tag;
  /** In reading order. */
  readonly segments: readonly {
    readonly role: SegmentRole;
    readonly start: number;
    readonly end: number;
  }[];
};

/**
 * The tag and the segments as one short string (SHA-256, hex): two annotations of one revision with
 * the same signature mark the same words the same way. Server only.
 */
export function signatureOf({ tag, segments }: Marked): string {
  const places = segments.map(({ role, start, end }) => `${role}:${start}-${end}`);
  return createHash("sha256")
    .update([tag, ...places].join("|"))
    .digest("hex");
}
