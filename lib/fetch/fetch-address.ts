import { readEnv } from "#lib/env.ts";
import { isDomainError, type DomainError } from "#lib/errors.ts";
import { checkUrl, type CheckedUrl } from "./check-url.ts";
import { dial } from "./dial.ts";
import { fetchError, OFFER_PASTE } from "./fetch-error.ts";
import { resolveName } from "./find-addresses.ts";
import { LIMITS, type Limits } from "./limits.ts";
import { readContentType, refuseOtherMedia } from "./media-type.ts";
import { refuseStatus } from "./refuse-status.ts";
import { requestOnce, type Head, type World } from "./request-once.ts";
import {
  refuseForbidden,
  ROBOT_NAME,
  robotsMemory,
  type RobotsAnswer,
  type RobotsMemory,
} from "./robots.ts";

/** Waits until a host may be asked once more; it keeps requests apart, also those of other processes. */
export type Pace = (host: string) => Promise<void>;

export type FetchOptions = {
  /** Called before every request to a host that the operator has not named as one of the house. */
  readonly pace: Pace;
  /** Whether a site's robots.txt is kept to: the project's setting. */
  readonly honoursRobots: boolean;
  /** From an earlier fetch: an unchanged page is not sent again. */
  readonly etag?: string | null | undefined;
  readonly lastModified?: string | null | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly limits?: Partial<Limits> | undefined;
  /** Hosts in the house, as "host:port"; the setting ONRECORD_FETCH_ALLOW when left out. */
  readonly allow?: readonly string[] | undefined;
  /** Other parts of the world, for tests. */
  readonly world?: Partial<World & { robots: RobotsMemory }> | undefined;
};

export type Fetched = {
  readonly kind: "fetched";
  /** Where the page was in the end. */
  readonly url: string;
  readonly bytes: Uint8Array;
  /** As declared by the server; null when it declares none. */
  readonly mediaType: string | null;
  readonly charset: string | null;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly retrievedAt: Date;
};

export type FetchAnswer = Fetched | { readonly kind: "not-modified"; readonly retrievedAt: Date };

const sharedRobots = robotsMemory();

/**
 * Fetch a page of the public web. The only way in which anything of Onrecord asks a stranger's server.
 *
 * Everything that goes wrong is a DomainError whose sentence says what to do (fetch-error.ts); its
 * `detail` tells `problem`, `isTemporary` and where known `retryAfterSeconds`. Addresses are checked
 * at each redirect; a redirect from https to http is refused, because what came over it could be
 * anybody's words.
 */
export async function fetchAddress(address: string, options: FetchOptions): Promise<FetchAnswer> {
  const { robots = sharedRobots, ...world } = options.world ?? {};
  const journey: Journey = {
    ...options,
    allow: options.allow ?? readEnv().fetchAllow,
    limits: { ...LIMITS, ...options.limits },
    world: { resolve: resolveName, dial, ...world },
    spentMs: 0,
  };
  const seen = new Set<string>();
  const first = checkUrl(address, journey.allow);
  let target = first;
  for (;;) {
    if (seen.has(target.url.href)) throw inCircles(target);
    if (seen.size > journey.limits.redirects) throw tooFar(target);
    seen.add(target.url.href);
    if (options.honoursRobots) await keepToRules(target, journey, robots);
    const isFirstSite = target.url.origin === first.url.origin;
    const answer = await ask(target, journey, headersOf(isFirstSite ? options : {}), (head) =>
      readPage(head, target, journey),
    );
    if (answer.kind !== "redirect") return answer;
    target = follow(answer.location, target, journey.allow);
  }
}

type Journey = Omit<FetchOptions, "limits" | "allow" | "world"> & {
  readonly limits: Limits;
  readonly allow: readonly string[];
  readonly world: World;
  /** Time spent on servers so far; waiting for a turn is not counted. */
  spentMs: number;
};

async function ask<T>(
  target: CheckedUrl,
  journey: Journey,
  headers: Record<string, string>,
  look: (head: Head) => Promise<T>,
): Promise<T> {
  if (!target.isAllowed) await journey.pace(target.host);
  const { limits, signal, world } = journey;
  const begun = performance.now();
  const leftMs = limits.totalMs - journey.spentMs;
  try {
    return await requestOnce(target, { headers, limits, leftMs, signal, world }, look);
  } finally {
    journey.spentMs += performance.now() - begun;
  }
}

type Redirect = { readonly kind: "redirect"; readonly location: string };

async function readPage(
  head: Head,
  target: CheckedUrl,
  { limits, etag, lastModified }: Journey,
): Promise<FetchAnswer | Redirect> {
  const { status, header } = head;
  const retrievedAt = new Date();
  if (status === 304 && (etag || lastModified)) return { kind: "not-modified", retrievedAt };
  const location = header("location");
  if (REDIRECTS.has(status) && location !== null) return { kind: "redirect", location };
  if (!PAGES.has(status)) throw refuseStatus(status, target.host, header("retry-after"));
  const declared = readContentType(header("content-type"));
  refuseOtherMedia(declared.mediaType);
  const bytes = await head.body({ bytes: limits.bodyBytes, beyond: "refuse" });
  return {
    kind: "fetched",
    url: target.url.href,
    bytes,
    ...declared,
    etag: validator(header("etag")),
    lastModified: validator(header("last-modified")),
    retrievedAt,
  };
}

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const PAGES = new Set([200, 201, 202, 203]);

/** What can be sent back as it is, and no more than a header should hold. */
function validator(value: string | null): string | null {
  return value !== null && /^[\x20-\x7e]{1,300}$/.test(value) ? value : null;
}

function follow(location: string, from: CheckedUrl, allow: readonly string[]): CheckedUrl {
  // Many servers send the bytes of UTF-8 unescaped, and they arrive one character each.
  const written = Buffer.from(location, "latin1").toString("utf8");
  const to = checkRedirect(written, from, allow);
  if (from.url.protocol === "https:" && to.url.protocol === "http:") {
    throw fetchError(
      "redirect",
      `The page leads from https to http, where anybody on the way could change its words. Give the address it leads to yourself if you trust it: ${to.url.origin}`,
    );
  }
  return to;
}

function checkRedirect(location: string, from: CheckedUrl, allow: readonly string[]): CheckedUrl {
  try {
    return checkUrl(location, allow, from.url);
  } catch {
    throw fetchError(
      "redirect",
      `The page at ${from.host} leads on to an address that is not one of the public web, which is not fetched. ${OFFER_PASTE}`,
    );
  }
}

function inCircles({ host }: CheckedUrl): DomainError {
  return fetchError(
    "redirect",
    `${host} leads in circles, as sites do that want a cookie or a consent first. ${OFFER_PASTE}`,
  );
}

function tooFar({ host }: CheckedUrl): DomainError {
  return fetchError(
    "redirect",
    `The page leads from address to address without end; the last was at ${host}. ${OFFER_PASTE}`,
  );
}

function headersOf(known: Pick<FetchOptions, "etag" | "lastModified">): Record<string, string> {
  return {
    "user-agent": userAgent(),
    accept: "text/html,application/xhtml+xml,application/xml;q=0.9,application/pdf;q=0.9,*/*;q=0.8",
    ...(known.etag && { "if-none-match": known.etag }),
    ...(known.lastModified && { "if-modified-since": known.lastModified }),
  };
}

/** Says who asks and where to learn more. */
export function userAgent(): string {
  return `${ROBOT_NAME}/1 (+${readEnv().publicUrl})`;
}

/** RFC 9309 2.5: at least this much of the rules is read. */
const ROBOTS_BYTES = 500 * 1024;
/** RFC 9309 2.3.1.2: at least five redirects are followed, also to other hosts. */
const ROBOTS_REDIRECTS = 5;

async function keepToRules(
  target: CheckedUrl,
  journey: Journey,
  memory: RobotsMemory,
): Promise<void> {
  const answer = await memory.once(target.url.origin, () => askForRules(target, journey));
  refuseForbidden(target.url, answer);
}

async function askForRules(site: CheckedUrl, journey: Journey): Promise<RobotsAnswer> {
  let target = checkUrl("/robots.txt", journey.allow, site.url);
  for (let step = 0; step <= ROBOTS_REDIRECTS; step++) {
    try {
      const answer = await ask(target, journey, headersOf({}), readRules);
      if (answer.kind !== "redirect") return answer;
      target = checkUrl(answer.location, journey.allow, target.url);
    } catch (error) {
      // A site that is not there at all is told as that, and nothing is fetched from it either.
      if (!isDomainError(error) || (target.host === site.host && !isOfTheAnswer(error)))
        throw error;
      return { kind: "away" };
    }
  }
  return { kind: "none" };
}

/** The site is there, and its rules cannot be read. */
function isOfTheAnswer(error: DomainError): boolean {
  return ["broken-off", "too-large", "address", "not-public"].includes(
    String(error.detail.problem),
  );
}

async function readRules({ status, header, body }: Head): Promise<RobotsAnswer | Redirect> {
  const location = header("location");
  if (REDIRECTS.has(status) && location !== null) return { kind: "redirect", location };
  if (status >= 200 && status < 300) {
    const bytes = await body({ bytes: ROBOTS_BYTES, beyond: "cut" });
    return { kind: "rules", text: new TextDecoder().decode(bytes) };
  }
  // "Too many requests" is a 4xx by its number and "not now" by its meaning.
  return { kind: status < 500 && status !== 429 ? "none" : "away" };
}
