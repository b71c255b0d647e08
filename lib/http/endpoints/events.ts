import { z } from "zod";
import { authorize } from "#lib/access/permissions.ts";
import { seesEveryLayer } from "#lib/access/visibility.ts";
import type { Context } from "#lib/context.ts";
import { type ErrorCode, isDomainError } from "#lib/errors.ts";
import { followProject } from "#lib/projects/follow-project.ts";
import { AnnouncementNumber } from "#lib/realtime/model.ts";
import { type Connection, endpoint, Id } from "../endpoint.ts";
import { eventStream, type EventSink } from "../event-stream.ts";

/** Roles and sessions are looked at again at least this often while a stream is open. */
const RENEW_MS = 60_000;
/** What says that one may not follow any more. */
const GONE: ReadonlySet<ErrorCode> = new Set(["signed-out", "not-found", "forbidden"]);

export const getEvents = endpoint({
  method: "GET",
  path: "/projects/{id}/events",
  summary: "What happens in a project, as it happens",
  description:
    "Server-sent events. Each is a pointer to what changed, never the change itself: ask again for what it names. " +
    "The event's name is the noun (`annotation`, `link`, `evidence`, `article` …), its data " +
    "`{number, at, type, topic, id, articles, by}`, its id the number. `Last-Event-ID`, or `after` for the first " +
    "connection, resumes without a gap. `begun` says from which number on the stream tells, and with `isReset` that " +
    "older ones are gone and everything is to be read anew; `presence` says on which " +
    "article somebody came, went or reads elsewhere; `own` that a note to oneself at an article was made or changed; `beat` every ten seconds that the line stands; `ended` that one is no member any more.",
  params: z.object({ id: Id }),
  query: z.object({
    after: AnnouncementNumber.optional().meta({
      description: "The number of the last announcement that is known.",
    }),
  }),
  mediaType: "text/event-stream",
  answers: { 200: z.string() },
  handle: async (ctx, { params, query, connection }) => {
    authorize(ctx.actor, "project.read", { projectId: params.id });
    const resumed = AnnouncementNumber.safeParse(connection.lastEventId ?? undefined);
    const after = resumed.success ? resumed.data : (query.after ?? null);
    return eventStream(connection.signal, (sink) =>
      follow(ctx, params.id, after, connection, sink),
    );
  },
});

async function follow(
  ctx: Context,
  projectId: string,
  after: number | null,
  connection: Connection,
  sink: EventSink,
): Promise<() => void> {
  let number = after;
  let leave: () => void = () => {};
  let isOver = false;
  let { actor } = ctx;
  /** Since roles and layers are looked at: what is announced meanwhile is told when they are known. */
  let isStale = false;
  /** The last change of the project itself that was looked at before it was told. */
  let lookedAt = -1;

  const begin = async (ctx: Context, how: "first" | "again" | "anew") => {
    leave = await followProject(ctx, projectId, number, {
      begun: (at) => {
        number = at.number;
        const data = { ...at, isReset: at.isReset || how === "anew" };
        if (how === "first" || data.isReset) sink.send({ event: "begun", id: at.number, data });
      },
      announced: (announcement) => {
        if (isStale) return;
        if (announcement.topic === "project" && announcement.number > lookedAt) {
          lookedAt = announcement.number;
          return void renew();
        }
        ({ number } = announcement);
        sink.send({ event: announcement.topic, id: announcement.number, data: announcement });
        if (announcement.topic === "user") void renew();
      },
      passed: (at) => {
        if (!isStale) number = at;
      },
      presence: (articleId) => sink.send({ event: "presence", data: { articleId } }),
      own: (articleId) => sink.send({ event: "own", data: { articleId } }),
    });
    if (isOver) leave();
  };

  let renewing: Promise<void> | null = null;
  const renew = () => {
    renewing ??= again().finally(() => {
      renewing = null;
    });
    return renewing;
  };
  const again = async () => {
    isStale = true;
    try {
      const now = await connection.renewed();
      leave();
      isStale = false;
      if (isOver) return;
      const sight = [actor, now.actor].map((one) => seesEveryLayer(one, projectId));
      ({ actor } = now);
      // Others' work has come into view, or gone out of it: all is to be read anew.
      const isAnother = sight[0] !== sight[1];
      if (isAnother) number = null;
      await begin(now, isAnother ? "anew" : "again");
    } catch (error) {
      leave();
      // Anything else is a trouble of the moment: the browser connects again.
      if (isDomainError(error) && GONE.has(error.code)) sink.send({ event: "ended", data: {} });
      sink.end();
    }
  };

  await begin(ctx, "first");
  const timer = setInterval(() => void renew(), RENEW_MS);
  timer.unref();
  return () => {
    isOver = true;
    clearInterval(timer);
    leave();
  };
}
