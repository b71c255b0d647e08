/** How much of a server's time, bytes and wandering one fetch puts up with. */
export type Limits = {
  /** From the first look-up to the last byte, in milliseconds, all redirects together. */
  readonly totalMs: number;
  /** Without a byte of the answer's body, or before its head is whole. */
  readonly idleMs: number;
  /** For one address to accept the connection, and TLS to be agreed on. */
  readonly connectMs: number;
  /** Of the answer's head. */
  readonly headerBytes: number;
  /** Of the body, both as it is sent and unpacked. */
  readonly bodyBytes: number;
  readonly redirects: number;
};

export const LIMITS: Limits = {
  totalMs: 45_000,
  idleMs: 12_000,
  connectMs: 8_000,
  headerBytes: 32 * 1024,
  bodyBytes: 32 * 1024 * 1024,
  redirects: 10,
};

/** The longest address that is fetched, in characters. */
export const ADDRESS_LENGTH_LIMIT = 4_000;

/** Packings of packings are undone this often. */
export const ENCODING_LIMIT = 2;
