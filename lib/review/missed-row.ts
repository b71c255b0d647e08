import type { InJson } from "#lib/db/reading.ts";
import type { Prisma } from "#generated/prisma/client.ts";
import { MissedAnswer, type MissedPassage } from "./model.ts";

export const MISSED_SELECT = {
  id: true,
  projectId: true,
  articleId: true,
  revision: true,
  start: true,
  end: true,
  exact: true,
  comment: true,
  createdAt: true,
  answeredAt: true,
  answer: true,
  annotator: { select: { id: true, name: true } },
  reviewer: { select: { id: true, name: true } },
} as const satisfies Prisma.MissedPassageSelect;

export type MissedRow = Prisma.MissedPassageGetPayload<{ select: typeof MISSED_SELECT }>;

/** The same as it comes from SQL. */
export function missedInJson(row: InJson<MissedRow>): MissedPassage {
  const answeredAt = row.answeredAt === null ? null : new Date(row.answeredAt);
  return missedOf({ ...row, createdAt: new Date(row.createdAt), answeredAt });
}

export function missedOf(row: MissedRow): MissedPassage {
  return {
    ...row,
    createdAt: row.createdAt.toISOString(),
    answeredAt: row.answeredAt?.toISOString() ?? null,
    answer: row.answer === null ? null : MissedAnswer.parse(row.answer),
  };
}
