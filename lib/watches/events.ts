import type { AuditEvent } from "#lib/audit/audit-event.ts";
import type { Watch } from "./model.ts";

/** What happened to watches, as the record of events keeps it. */
export function watchAdded(watch: Watch): AuditEvent {
  return { ...about(watch, "watch.added"), after: settings(watch) };
}

export function watchChanged(before: Watch, after: Watch): AuditEvent {
  return { ...about(after, "watch.changed"), before: settings(before), after: settings(after) };
}

export function watchDeleted(watch: Watch): AuditEvent {
  return { ...about(watch, "watch.deleted"), before: settings(watch) };
}

/** A fetch came to something else than the one before; those that come to the same are not recorded. */
export function watchFetched(before: Watch, after: Watch): AuditEvent {
  return { ...about(after, "watch.fetched"), before: result(before), after: result(after) };
}

function settings({ kind, url, articleId, title, everyMinutes }: Watch) {
  return { kind, url, articleId, title, everyMinutes };
}

function result({ kind, url, articleId, outcome, problem }: Watch) {
  return { kind, url, articleId, outcome, problem };
}

function about({ id, projectId }: Watch, type: `watch.${string}`) {
  return { type, projectId, subject: { type: "watch", id } } as const;
}
