import { isDomainError, type DomainError } from "#lib/errors.ts";
import { fetchError, OFFER_PASTE } from "./fetch-error.ts";

/**
 * Why a request got no whole answer, as a sentence. Only the error's code is looked at; an error of
 * our own goes through as it is, and null means that it is none that a network makes.
 */
export function explainFailure(error: unknown, host: string): DomainError | null {
  if (isDomainError(error)) return error;
  for (const code of codesOf(error)) {
    const found = SENTENCES.find(({ codes }) => codes.test(code));
    if (found) return found.refuse(host);
  }
  return null;
}

/** An error and what stands behind it: several addresses that failed, or a cause. */
function codesOf(error: unknown, depth = 0): string[] {
  if (!(error instanceof Error) || depth > 4) return [];
  const own = "code" in error && typeof error.code === "string" ? [error.code] : [];
  // undici leaves the code of some of these out.
  if (error.name === "HTTPParserError") own.push("HPE_");
  const inner = error instanceof AggregateError ? error.errors : [];
  return [...own, ...[...inner, error.cause].flatMap((one) => codesOf(one, depth + 1))];
}

const later = { isTemporary: true };

const SENTENCES: readonly { codes: RegExp; refuse: (host: string) => DomainError }[] = [
  {
    codes: /^CERT_HAS_EXPIRED$/,
    refuse: (host) =>
      fetchError(
        "certificate",
        `The certificate of ${host} has run out, so nobody can tell whose page it is. Tell the site, or open it in your browser and paste its text if you trust it.`,
      ),
  },
  {
    codes: /^CERT_NOT_YET_VALID$/,
    refuse: (host) =>
      fetchError(
        "certificate",
        `The certificate of ${host} is not valid yet. Check this server's clock; otherwise paste the text of the page.`,
      ),
  },
  {
    codes: /^ERR_TLS_CERT_ALTNAME_INVALID$/,
    refuse: (host) =>
      fetchError(
        "certificate",
        `The certificate that ${host} shows was made for another name. Check the address; otherwise paste the text of the page if you trust it.`,
      ),
  },
  {
    codes:
      /^(DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_\w+|CERT_\w+|INVALID_CA|INVALID_PURPOSE|HOSTNAME_MISMATCH)$/,
    refuse: (host) =>
      fetchError(
        "certificate",
        `The certificate of ${host} is not vouched for by anybody known (it may be self-made). Open the page in your browser and paste its text if you trust it.`,
      ),
  },
  {
    codes: /^(ERR_SSL_|EPROTO|ERR_TLS_)/,
    refuse: (host) =>
      fetchError(
        "certificate",
        `No secure connection could be made to ${host}. Try the address in your browser, and paste the text of the page.`,
      ),
  },
  {
    codes: /^ECONNREFUSED$/,
    refuse: (host) =>
      fetchError(
        "refused",
        `${host} takes no connections there. Check the address, or try again later.`,
        later,
      ),
  },
  {
    codes:
      /^(ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|ENETDOWN|EADDRNOTAVAIL|EACCES|EPERM|EINVAL|EAFNOSUPPORT|UND_ERR_CONNECT_TIMEOUT)$/,
    refuse: (host) =>
      fetchError("unreachable", `${host} cannot be reached. Try again later.`, later),
  },
  {
    codes: /^(UND_ERR_HEADERS_OVERFLOW|HPE_HEADER_OVERFLOW)$/,
    refuse: (host) =>
      fetchError(
        "too-large",
        `${host} sends more about its page than a page needs, so it was not read. ${OFFER_PASTE}`,
      ),
  },
  {
    codes:
      /^(ECONNRESET|EPIPE|UND_ERR_SOCKET|UND_ERR_RES_CONTENT_LENGTH_MISMATCH|ERR_STREAM_PREMATURE_CLOSE|UND_ERR_ABORTED)$/,
    refuse: (host) =>
      fetchError(
        "broken-off",
        `${host} broke the connection off before the page was whole. Try again later.`,
        later,
      ),
  },
  {
    codes:
      /^(Z_|ERR_BROTLI|ERR_ZSTD|ZSTD_|ERR__ERROR|ERR_PADDING|ERR_BUFFER|BROTLI_|ERR_[A-Z]*_ERROR)/,
    refuse: (host) =>
      fetchError(
        "broken-off",
        `What ${host} sent was packed in a way that cannot be undone. Try again later; otherwise open the page in your browser and paste its text.`,
        later,
      ),
  },
  {
    codes: /^(HPE_|UND_ERR_|[A-Z])/,
    refuse: (host) =>
      fetchError(
        "broken-off",
        `What ${host} answers is not how web servers speak. Check the address; otherwise open the page in your browser and paste its text.`,
      ),
  },
];
