import type { IngestionItem } from "./model.ts";

type Subject = { id: string; projectId: string };

/** What happened to ingestions, as the record of events keeps it. Articles have events of their own. */
export function ingestionCreated(
  ingestion: Subject & { name: string; kind: string },
  addresses: number,
) {
  const { name, kind } = ingestion;
  return { ...about(ingestion, "ingestion.created"), after: { name, kind, addresses } };
}

export function ingestionCompleted(ingestion: Subject, items: number) {
  return { ...about(ingestion, "ingestion.completed"), after: { items } };
}

export function ingestionCancelled(ingestion: Subject, cancelled: number) {
  return { ...about(ingestion, "ingestion.cancelled"), after: { cancelled } };
}

export function ingestionRetried(ingestion: Subject, items: number) {
  return { ...about(ingestion, "ingestion.retried"), after: { items } };
}

export function itemRetried(item: IngestionItem) {
  return {
    ...about({ id: item.ingestionId, projectId: item.projectId }, "ingestion.retried"),
    after: { items: 1, item: item.id, name: item.name },
  };
}

function about<T extends `ingestion.${string}`>({ id, projectId }: Subject, type: T) {
  return { type, projectId, subject: { type: "ingestion", id } } as const;
}
