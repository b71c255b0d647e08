import { z } from "zod";
import { authorize } from "#lib/access/permissions.ts";
import { DetailSource } from "#lib/cleanup/metadata.ts";
import type { Context } from "#lib/context.ts";
import { notFound } from "#lib/errors.ts";
import type { SettledDetails } from "./settle-details.ts";

export const DETAIL_FIELDS = [
  "title",
  "url",
  "publisher",
  "byline",
  "published",
  "language",
] as const;

/** What stated each detail; a detail of which nobody knows is left out. */
export const DetailsFrom = z.partialRecord(z.enum(DETAIL_FIELDS), DetailSource);
export type DetailsFrom = z.infer<typeof DetailsFrom>;

export type SourcedDetails = SettledDetails & { id: string; projectId: string; from: DetailsFrom };

/** What is known of an article besides its text, and where each was found. */
export async function getDetails(ctx: Context, id: string): Promise<SourcedDetails> {
  const row = z.uuid().safeParse(id).success
    ? await ctx.db.article.findUnique({
        where: { id },
        select: {
          id: true,
          projectId: true,
          title: true,
          url: true,
          publisher: true,
          byline: true,
          published: true,
          language: true,
          detailsFrom: true,
        },
      })
    : null;
  if (!row) throw notFound("article");
  authorize(ctx.actor, "article.read", row);
  const { detailsFrom, ...details } = row;
  // Rows from before this was kept say nothing.
  return { ...details, from: DetailsFrom.safeParse(detailsFrom).data ?? {} };
}
