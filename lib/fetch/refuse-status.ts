import { fetchError, OFFER_PASTE } from "./fetch-error.ts";

/**
 * What an answer without a page means, as a sentence with what to do. `retryAfter` is the header of
 * that name: seconds, or a date.
 */
export function refuseStatus(
  status: number,
  host: string,
  retryAfter: string | null,
  now: Date = new Date(),
) {
  const more = { status, ...secondsOf(retryAfter, now) };
  const sentence = SENTENCES[status];
  if (sentence !== undefined) {
    const isTemporary = LATER.has(status);
    return fetchError("status", sentence(host), { ...more, isTemporary });
  }
  if (status >= 500) {
    return fetchError(
      "status",
      `${host} has a fault of its own just now (${status}). Try again later.`,
      { ...more, isTemporary: true },
    );
  }
  if (status >= 400) {
    return fetchError("status", `${host} refuses this address (${status}). ${OFFER_PASTE}`, more);
  }
  return fetchError(
    "status",
    `${host} answers without a page (${status}). Check the address, or paste the text.`,
    more,
  );
}

const SENTENCES: Readonly<Record<number, (host: string) => string>> = {
  401: (host) => `${host} shows this page only after a log-in (401). ${OFFER_PASTE}`,
  402: (host) => `${host} shows this page only to those who pay (402). ${OFFER_PASTE}`,
  403: (host) => `${host} does not give this page to programs (403). ${OFFER_PASTE}`,
  404: (host) =>
    `${host} has no page at this address (404). Check the address, or look for the page in a web archive.`,
  407: (host) => `${host} wants a proxy in between (407), and Onrecord uses none. ${OFFER_PASTE}`,
  408: (host) => `${host} gave up waiting (408). Try again later.`,
  410: (host) =>
    `${host} has taken this page away for good (410). A web archive may still have it.`,
  425: (host) => `${host} asks to be asked again (425). Try again later.`,
  429: (host) => `${host} was asked too often (429). Try again later.`,
  451: (host) =>
    `${host} may not show this page for legal reasons (451). A web archive may have it.`,
  503: (host) => `${host} is not ready just now (503). Try again later.`,
};

const LATER = new Set([408, 425, 429, 503]);
const MOST_SECONDS = 7 * 24 * 3600;

function secondsOf(retryAfter: string | null, now: Date): { retryAfterSeconds?: number } {
  const value = retryAfter?.trim() ?? "";
  const seconds = /^\d{1,9}$/.test(value)
    ? Number(value)
    : Math.ceil((Date.parse(value) - now.getTime()) / 1000);
  if (!(seconds > 0)) return {};
  return { retryAfterSeconds: Math.min(seconds, MOST_SECONDS) };
}
