import type { Annotation } from "#lib/annotations/model.ts";
import type { Evidence } from "#lib/evidence/model.ts";
import type { Link } from "#lib/links/model.ts";
import type { ExportAnnotation } from "./model.ts";
import { otherWords, quoteSegments } from "./quote-segments.ts";
import type { RevisionText } from "./revision-text.ts";

/** Evidence as the database gives it: the fields of every kind, and whether its words still stand. */
export type RawEvidence = Omit<Extract<Evidence, { kind: "passage" }>, "kind"> & {
  kind: Evidence["kind"];
  url: string;
  quotation: string | null;
  note: string;
  stands: boolean;
};

/** An annotation as the database gives it. Times may bear any zone. */
export type RawAnnotation = Annotation & {
  reviewer: { id: string; name: string } | null;
  evidence: RawEvidence[];
  links: Link[];
};

/**
 * An annotation as it leaves. Refused: words, its own or its evidence's, that do not stand in the text
 * that they are said to come from; `of` is the text of its revision.
 */
export function exportAnnotation(
  raw: RawAnnotation,
  of: RevisionText | undefined,
): ExportAnnotation {
  if (of === undefined) throw new Error(`The text of annotation ${raw.id} was not read.`);
  return {
    record: "annotation",
    id: raw.id,
    articleId: raw.articleId,
    revision: raw.revision,
    tag: raw.tag,
    segments: quoteSegments(raw.id, raw.segments, of),
    absent: raw.absent,
    attributes: raw.attributes,
    doubt: raw.doubt,
    state: raw.state,
    version: raw.version,
    author: raw.author,
    createdAt: utc(raw.createdAt),
    updatedAt: utc(raw.updatedAt),
    revisionHash: of.hash,
    reviewer: raw.reviewer,
    evidence: raw.evidence.map(exportEvidence),
    links: raw.links.map((link) => ({
      ...link,
      createdAt: utc(link.createdAt),
      updatedAt: utc(link.updatedAt),
    })),
  };
}

/** Only the fields of its kind. */
function exportEvidence(raw: RawEvidence): Evidence {
  if (!raw.stands) throw otherWords(`evidence ${raw.id}`, raw.start, raw.end, raw.revision);
  const every = {
    id: raw.id,
    projectId: raw.projectId,
    annotationId: raw.annotationId,
    stance: raw.stance,
    reason: raw.reason,
    confidential: raw.confidential,
    viewers: raw.viewers,
    version: raw.version,
    author: raw.author,
    createdAt: utc(raw.createdAt),
    updatedAt: utc(raw.updatedAt),
  };
  if (raw.kind === "web") return { ...every, kind: "web", url: raw.url, quotation: raw.quotation };
  if (raw.kind === "note") return { ...every, kind: "note", note: raw.note };
  const { articleId, articleTitle, revision, start, end, exact } = raw;
  return { ...every, kind: "passage", articleId, articleTitle, revision, start, end, exact };
}

function utc(time: string): string {
  return new Date(time).toISOString();
}
