/** One message of an event stream; what has no id leaves the point of resuming where it is. */
export type StreamEvent = { event: string; data: unknown; id?: number };

export type EventSink = {
  send: (event: StreamEvent) => void;
  /** Say nothing more and close. */
  end: () => void;
};

/**
 * Proxies close what is silent for a minute, and a browser notices a dead line only by its silence. It
 * is an event, since a page never sees the comments of a stream.
 */
const HEARTBEAT_MS = 10_000;
/** How long a browser waits before it connects again. */
const RETRY_MS = 1_000;
/** A reader that lets this many bytes pile up is let go; it resumes from its last event. */
const MOST_WAITING_BYTES = 1_048_576;

/**
 * An answer of server-sent events (the HTML standard, "Server-sent events") that goes on until
 * `signal` is aborted or the sink is ended. `begin` gets the sink and returns what is to be called
 * when the stream is over, however that comes.
 */
export function eventStream(
  signal: AbortSignal,
  begin: (sink: EventSink) => Promise<() => void>,
): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>(
    {
      async start(controller) {
        let isOver = false;
        let leave: (() => void) | null = null;
        const end = () => {
          if (isOver) return;
          isOver = true;
          clearInterval(heartbeat);
          leave?.();
          try {
            controller.close();
          } catch {
            // The reader closed it first.
          }
        };
        const write = (text: string) => {
          if (isOver) return;
          controller.enqueue(encoder.encode(text));
          if ((controller.desiredSize ?? 0) < 0) end();
        };
        const heartbeat = setInterval(
          () => write(messageOf({ event: "beat", data: {} })),
          HEARTBEAT_MS,
        );
        heartbeat.unref();
        signal.addEventListener("abort", end, { once: true });
        if (signal.aborted) return end();
        write(`retry: ${RETRY_MS}\n\n`);
        try {
          leave = await begin({ send: (event) => write(messageOf(event)), end });
        } catch (error) {
          isOver = true;
          clearInterval(heartbeat);
          throw error;
        }
        if (isOver) leave();
      },
    },
    new ByteLengthQueuingStrategy({ highWaterMark: MOST_WAITING_BYTES }),
  );
  return new Response(body, {
    headers: {
      "Content-Type": "text/event-stream; charset=utf-8",
      "Cache-Control": "private, no-store, no-transform",
      "X-Accel-Buffering": "no",
    },
  });
}

/** JSON holds no line break, so one data line is always enough. */
function messageOf({ event, data, id }: StreamEvent): string {
  const number = id === undefined ? "" : `id: ${id}\n`;
  return `${number}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}
