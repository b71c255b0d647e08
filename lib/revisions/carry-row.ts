import { z } from "zod";
import type { Prisma } from "#generated/prisma/client.ts";
import { AnnotationState, Tag } from "#lib/annotations/model.ts";
import { CarriedSegment, CarryStatus, Settlement, type Carry } from "./model.ts";

export const CARRY_SELECT = {
  id: true,
  projectId: true,
  status: true,
  segments: true,
  settlement: true,
  settledAt: true,
  settledById: true,
  createdAt: true,
  revision: { select: { articleId: true, number: true } },
  annotation: {
    select: {
      id: true,
      tag: true,
      state: true,
      version: true,
      revision: true,
      author: { select: { id: true, name: true } },
    },
  },
  evidence: { select: { id: true, annotationId: true, version: true, revision: true } },
} as const satisfies Prisma.CarrySelect;

export type CarryRow = Prisma.CarryGetPayload<{ select: typeof CARRY_SELECT }>;

/** A row as people receive it; `names` are those of the people who settled carries. */
export function carryOf(row: CarryRow, names: ReadonlyMap<string, string>): Carry {
  const { annotation, evidence, settledById } = row;
  const revision = row.revision.number;
  const status = CarryStatus.parse(row.status);
  const from = annotation?.revision ?? evidence?.revision ?? revision;
  return {
    id: row.id,
    articleId: row.revision.articleId,
    revision,
    from,
    status,
    segments: z.array(CarriedSegment).parse(row.segments),
    settlement: row.settlement === null ? null : Settlement.parse(row.settlement),
    settledAt: row.settledAt?.toISOString() ?? null,
    settledBy:
      settledById === null ? null : { id: settledById, name: names.get(settledById) ?? "" },
    createdAt: row.createdAt.toISOString(),
    annotation: annotation && {
      ...annotation,
      tag: Tag.parse(annotation.tag),
      state: AnnotationState.parse(annotation.state),
    },
    evidence: evidence && { ...evidence, revision: evidence.revision ?? revision },
  };
}
