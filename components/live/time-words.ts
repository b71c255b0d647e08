/** Seconds as they are said: "under a minute", "12 min", "1 h 5 min". */
export function timeWords(seconds: number): string {
  if (seconds < 60) return "under a minute";
  const whole = Math.round(seconds / 60);
  if (whole < 60) return `${whole} min`;
  return `${Math.floor(whole / 60)} h ${whole % 60} min`;
}
