import type { Socket } from "node:net";
import type { Readable } from "node:stream";
import { type buildConnector, Client } from "undici";
import type { CheckedUrl } from "./check-url.ts";
import { openLine, type Dial } from "./dial.ts";
import { explainFailure } from "./explain-failure.ts";
import { fetchError } from "./fetch-error.ts";
import { findAddresses, type Resolve } from "./find-addresses.ts";
import type { Limits } from "./limits.ts";
import { ACCEPT_ENCODING, readBody, type BodyLimit } from "./read-body.ts";

/** The parts of the world that tests replace. */
export type World = {
  readonly resolve: Resolve;
  readonly dial: Dial;
  /** Certificate authorities instead of the machine's own. */
  readonly authorities?: readonly string[] | undefined;
};

export type Asking = {
  readonly headers: Readonly<Record<string, string>>;
  readonly limits: Limits;
  /** Time that is left of the whole, in milliseconds. */
  readonly leftMs: number;
  readonly signal?: AbortSignal | undefined;
  readonly world: World;
};

export type Head = {
  readonly status: number;
  /** The first value of a header, by its name in lower case. */
  readonly header: (name: string) => string | null;
  readonly body: (limit: BodyLimit) => Promise<Uint8Array>;
};

/**
 * One request over a connection of its own, straight to a checked address: no cookies, no proxy
 * (whatever the environment says), no second look-up, no redirect followed. `look` reads the answer;
 * what it leaves unread is cut off when it returns.
 */
export async function requestOnce<T>(
  target: CheckedUrl,
  asking: Asking,
  look: (head: Head) => Promise<T>,
): Promise<T> {
  const { host, url } = target;
  const watch = watchTime(asking, host);
  let client: Client | null = null;
  try {
    const addresses = await watch.race(findAddresses(target, asking.world.resolve));
    client = clientFor(target, addresses, asking, watch.signal);
    const response = await client.request({
      method: "GET",
      path: url.pathname + url.search,
      headers: { ...asking.headers, "accept-encoding": ACCEPT_ENCODING },
      signal: watch.signal,
    });
    watch.touch();
    return await look(headOf(response, watch.touch));
  } catch (error) {
    // A deadline shows as whatever it happened to interrupt.
    const reason: unknown = watch.signal.aborted ? watch.signal.reason : error;
    throw explainFailure(reason, host) ?? reason;
  } finally {
    watch.end();
    client?.destroy().catch(() => undefined);
  }
}

function clientFor(
  { url, host, port }: CheckedUrl,
  addresses: readonly string[],
  { limits, world }: Asking,
  signal: AbortSignal,
): Client {
  const line = {
    ...world,
    addresses,
    port,
    securedAs: url.protocol === "https:" ? host : null,
    connectMs: limits.connectMs,
    signal,
  };
  return new Client(url.origin, {
    connect: (_options, callback) => void hand(openLine(line), callback),
    allowH2: false,
    maxHeaderSize: limits.headerBytes,
    // The times are kept here, to the millisecond; undici's own are coarse.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
}

async function hand(line: Promise<Socket>, callback: buildConnector.Callback): Promise<void> {
  try {
    callback(null, await line);
  } catch (error) {
    callback(error instanceof Error ? error : new Error("No line."), null);
  }
}

type Response = {
  statusCode: number;
  headers: Record<string, string | string[] | undefined>;
  body: Readable;
};

function headOf({ statusCode, headers, body }: Response, touch: () => void): Head {
  // Whoever reads it is told; a body that nobody reads fails in silence when it is cut off.
  body.on("error", () => undefined);
  const header = (name: string) => {
    const value = headers[name];
    return (Array.isArray(value) ? value[0] : value) ?? null;
  };
  return {
    status: statusCode,
    header,
    body: (limit) => readBody(body, header("content-encoding"), limit, touch),
  };
}

/** One signal for the three ways in which time runs out. */
function watchTime({ limits, leftMs, signal: stop }: Asking, host: string) {
  const controller = new AbortController();
  const { signal } = controller;
  const give = (up: () => Error) => () => controller.abort(up());
  const total = setTimeout(
    give(() => tooSlow(host)),
    Math.max(1, leftMs),
  );
  const idle = setTimeout(
    give(() => tooSlow(host)),
    limits.idleMs,
  );
  const stopped = give(() =>
    fetchError("stopped", "The fetch was stopped.", { isTemporary: true }),
  );
  stop?.addEventListener("abort", stopped, { once: true });
  if (stop?.aborted) stopped();
  return {
    signal,
    touch: () => void idle.refresh(),
    race: <T>(work: Promise<T>): Promise<T> =>
      new Promise<T>((resolve, reject) => {
        const give = () => reject(signal.reason);
        if (signal.aborted) give();
        signal.addEventListener("abort", give, { once: true });
        work.then(resolve, reject);
      }),
    end: () => {
      clearTimeout(total);
      clearTimeout(idle);
      stop?.removeEventListener("abort", stopped);
    },
  };
}

function tooSlow(host: string) {
  return fetchError(
    "slow",
    `${host} takes too long to send its page. Try again later, or open it in your browser and paste its text.`,
    { isTemporary: true },
  );
}
