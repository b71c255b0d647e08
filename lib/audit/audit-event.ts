import type { Prisma } from "#generated/prisma/client.ts";

/** What an area tells when something has happened. Each area declares its own in its `events.ts`. */
export type AuditEvent = {
  /** Null for what belongs to the installation and no project. */
  projectId: string | null;
  /** A noun of the product and what happened to it, such as `annotation.submitted`. */
  type: `${string}.${string}`;
  subject: Subject;
  before?: Prisma.InputJsonObject | null;
  after?: Prisma.InputJsonObject | null;
  /** The reason that was given, where one was. */
  why?: string | null;
};

export type Subject = { readonly type: string; readonly id: string };

/** One step of a subject's history, as people see it. */
export type HistoryItem = {
  id: string;
  at: string;
  /** Null: somebody at the machine itself. */
  actor: { id: string; name: string } | null;
  type: string;
  before: Prisma.JsonValue;
  after: Prisma.JsonValue;
  why: string | null;
};
