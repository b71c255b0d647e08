/** With failures the wait doubles up to this, or stays at the schedule where that is longer. */
const LONGEST_WAIT_MINUTES = 24 * 60;
/** No more than this share of the wait is added or taken at random. */
const JITTER = 0.1;

/**
 * When a watch is due next; null when it is fetched only by hand. Each failure in a row doubles the
 * wait, and a site that says when to come back is believed. A little chance keeps watches that began
 * together from coming together for ever. `random` is from 0 up to 1.
 */
export function nextFetch(watch: {
  readonly everyMinutes: number | null;
  readonly failures: number;
  readonly retryAfterSeconds?: number | undefined;
  readonly now: Date;
  readonly random?: number | undefined;
}): Date | null {
  const { everyMinutes, failures, retryAfterSeconds = 0, now, random = Math.random() } = watch;
  if (everyMinutes === null) return null;
  const doubled = everyMinutes * 2 ** Math.min(failures, 10);
  const minutes = Math.min(doubled, Math.max(everyMinutes, LONGEST_WAIT_MINUTES));
  const waitMs = minutes * 60_000 * (1 + JITTER * (2 * random - 1));
  return new Date(now.getTime() + Math.max(waitMs, retryAfterSeconds * 1_000));
}
