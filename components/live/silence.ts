/** Hears that a line is dead although nobody has said so: nothing came over it for too long. */
export type SilenceWatch = { heard(): void; stop(): void };

const LOOK_MS = 2_500;

/**
 * Calls `onSilent` once nothing has been heard for `mostMs`, and again after each further silence of
 * that length. It goes by the time that passes and not by the clock, which may be set.
 */
export function watchSilence(
  mostMs: number,
  onSilent: () => void,
  now: () => number = () => performance.now(),
): SilenceWatch {
  let heardAt = now();
  const looking = setInterval(() => {
    if (now() - heardAt < mostMs) return;
    heardAt = now();
    onSilent();
  }, LOOK_MS);
  return {
    heard: () => {
      heardAt = now();
    },
    stop: () => clearInterval(looking),
  };
}
