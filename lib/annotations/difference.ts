import type { AnnotationContent, Segment, SegmentRole, Tag } from "./model.ts";

/** One thing in which two contents of an annotation differ; null stands for "not there". */
export type Difference =
  | { what: "tag"; before: Tag; after: Tag }
  | { what: "segment"; role: SegmentRole; before: Segment | null; after: Segment | null }
  | { what: "absent"; role: SegmentRole; before: boolean; after: boolean }
  | { what: "attribute"; name: string; before: string | null; after: string | null }
  | { what: "doubt"; before: string | null; after: string | null };

/**
 * In what two contents differ: the tag first, then segments in reading order, what is absent,
 * attributes by name, the doubt. Segments of one role are paired where they share characters, so
 * that a moved edge reads as one change.
 */
export function differenceOf(before: AnnotationContent, after: AnnotationContent): Difference[] {
  return [
    ...(before.tag === after.tag
      ? []
      : [{ what: "tag" as const, before: before.tag, after: after.tag }]),
    ...segmentDifferences(before.segments, after.segments),
    ...absentDifferences(before.absent, after.absent),
    ...attributeDifferences(before.attributes, after.attributes),
    ...(before.doubt === after.doubt
      ? []
      : [{ what: "doubt" as const, before: before.doubt, after: after.doubt }]),
  ];
}

function segmentDifferences(before: readonly Segment[], after: readonly Segment[]): Difference[] {
  const open = after.filter((one) => !before.some((other) => isEqual(one, other)));
  const gone = before.filter((one) => !after.some((other) => isEqual(one, other)));
  const changes: Extract<Difference, { what: "segment" }>[] = [];
  for (const old of gone) {
    const at = open.findIndex(
      (one) => one.role === old.role && one.start < old.end && old.start < one.end,
    );
    const [partner = null] = at === -1 ? [] : open.splice(at, 1);
    changes.push({ what: "segment", role: old.role, before: old, after: partner });
  }
  for (const one of open)
    changes.push({ what: "segment", role: one.role, before: null, after: one });
  return changes.sort((a, b) => startOf(a) - startOf(b));
}

function startOf({ before, after }: { before: Segment | null; after: Segment | null }): number {
  return Math.min(before?.start ?? Infinity, after?.start ?? Infinity);
}

function isEqual(a: Segment, b: Segment): boolean {
  return a.role === b.role && a.start === b.start && a.end === b.end && a.exact === b.exact;
}

function absentDifferences(
  before: readonly SegmentRole[],
  after: readonly SegmentRole[],
): Difference[] {
  return [...new Set([...before, ...after])]
    .filter((role) => before.includes(role) !== after.includes(role))
    .map((role) => ({
      what: "absent",
      role,
      before: before.includes(role),
      after: after.includes(role),
    }));
}

function attributeDifferences(before: object, after: object): Difference[] {
  const old = new Map<string, unknown>(Object.entries(before));
  const now = new Map<string, unknown>(Object.entries(after));
  return [...new Set([...old.keys(), ...now.keys()])]
    .sort()
    .filter((name) => old.get(name) !== now.get(name))
    .map((name) => ({
      what: "attribute",
      name,
      before: said(old.get(name)),
      after: said(now.get(name)),
    }));
}

function said(value: unknown): string | null {
  return value === undefined || value === null ? null : String(value);
}
