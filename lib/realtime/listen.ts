import pg from "pg";
import { log } from "#lib/log.ts";

export type Listening = { close: () => Promise<void> };

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 10_000;
/** The connection only listens: whether it still stands is asked now and then. */
const ASK_MS = 20_000;
/** A server that does not answer for so long is not there. */
const ANSWER_MS = 10_000;

/**
 * Hear PostgreSQL's notifications on a channel, over one connection of its own, until it is closed.
 * A connection that is lost is made again; `onConnected` is called each time one stands, since what
 * was said in between was missed.
 */
export function listen(
  url: string,
  channels: readonly string[],
  on: {
    connected: () => void;
    notified: (channel: string, payload: string) => void;
  },
): Listening {
  let client: pg.Client | null = null;
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;
  let pauseMs = FIRST_PAUSE_MS;

  const again = () => {
    client = null;
    if (isClosed || timer !== undefined) return;
    timer = setTimeout(() => {
      timer = undefined;
      void connect();
    }, pauseMs);
    pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
  };

  const connect = async () => {
    const fresh = new pg.Client({
      connectionString: url,
      application_name: `onrecord ${process.pid} listening`,
      keepAlive: true,
      connectionTimeoutMillis: 10_000,
      query_timeout: ANSWER_MS,
    });
    client = fresh;
    const lost = (error?: unknown) => {
      if (client !== fresh) return;
      if (!isClosed) log.warn("The connection that hears of changes was lost.", { error });
      again();
    };
    fresh.on("error", lost);
    fresh.on("end", () => lost());
    fresh.on("notification", ({ channel, payload }) => on.notified(channel, payload ?? ""));
    try {
      await fresh.connect();
      for (const channel of channels) await fresh.query(`LISTEN "${channel}"`);
      pauseMs = FIRST_PAUSE_MS;
      on.connected();
      askOften(fresh);
    } catch (error) {
      lost(error);
      await fresh.end().catch(() => {
        // It never stood.
      });
    }
  };
  /** A connection can be dead without a word; then what is notified would be missed for hours. */
  const askOften = (asked: pg.Client) => {
    const asking = setInterval(() => {
      if (client !== asked) return clearInterval(asking);
      asked.query("SELECT 1").catch(() => {
        clearInterval(asking);
        if (client !== asked) return;
        client = null;
        asked.end().catch(() => undefined);
        again();
      });
    }, ASK_MS);
    asking.unref();
  };
  void connect();

  return {
    close: async () => {
      isClosed = true;
      clearTimeout(timer);
      const last = client;
      client = null;
      await last?.end();
    },
  };
}
