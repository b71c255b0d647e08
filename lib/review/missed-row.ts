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

export function missedOf(
  row: Prisma.MissedPassageGetPayload<{ select: typeof MISSED_SELECT }>,
): MissedPassage {
  return {
    ...row,
    createdAt: row.createdAt.toISOString(),
    answeredAt: row.answeredAt?.toISOString() ?? null,
    answer: row.answer === null ? null : MissedAnswer.parse(row.answer),
  };
}
