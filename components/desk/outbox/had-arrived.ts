import { z } from "zod";
import { readAll } from "#components/http/read-all.ts";
import { AnnotationContent } from "#lib/annotations/model.ts";
import type { HistoryItem } from "#lib/audit/audit-event.ts";
import { contentParts } from "../marking/content-parts.ts";
import type { Outcome, PendingChange } from "./change.ts";

const Written = AnnotationContent.extend({ version: z.number() });

/**
 * What became of a write whose answer was lost, when it meets a later version as it is sent again: if it
 * had arrived, and its author has gone on from there elsewhere, it is done. Null where it had not, or
 * where nobody knows.
 */
export async function hadArrived(sent: PendingChange): Promise<Outcome | null> {
  const { change, userId, base, attempts } = sent;
  if (change.kind !== "put-annotation" || attempts < 2) return null;
  const history = await readAll<HistoryItem>(`/annotations/${change.id}/history`);
  if (history.kind !== "done") return null;
  const version = (typeof base === "number" ? base : 0) + 1;
  const said = JSON.stringify(contentParts(change.content));
  const isThere = history.body.some(({ actor, after }) => {
    const written = Written.safeParse(after);
    return (
      actor?.id === userId &&
      written.success &&
      written.data.version === version &&
      JSON.stringify(contentParts(written.data)) === said
    );
  });
  return isThere ? { kind: "done", annotation: null, link: null, version } : null;
}
