/** How often a source is fetched again, as people choose it. The value is the minutes, or "hand". */
export const SCHEDULES = [
  { value: "15", label: "Every 15 minutes" },
  { value: "60", label: "Every hour" },
  { value: "360", label: "Every 6 hours" },
  { value: "1440", label: "Every day" },
  { value: "10080", label: "Every week" },
  { value: "hand", label: "Only by hand" },
] as const;

/** A schedule in words; what none of the choices is, is told by its minutes. */
export function scheduleWords(everyMinutes: number | null): string {
  const value = everyMinutes === null ? "hand" : String(everyMinutes);
  const known = SCHEDULES.find((one) => one.value === value);
  if (known) return known.label;
  const minutes = everyMinutes ?? 0;
  if (minutes % 1440 === 0) return `Every ${minutes / 1440} days`;
  if (minutes % 60 === 0) return `Every ${minutes / 60} hours`;
  return `Every ${minutes} minutes`;
}

/** The choices for a select, with the schedule in force among them even when it is none of ours. */
export function scheduleChoices(everyMinutes: number | null): { value: string; label: string }[] {
  const value = scheduleValue(everyMinutes);
  const isKnown = SCHEDULES.some((one) => one.value === value);
  return [...(isKnown ? [] : [{ value, label: scheduleWords(everyMinutes) }]), ...SCHEDULES];
}

export function scheduleValue(everyMinutes: number | null): string {
  return everyMinutes === null ? "hand" : String(everyMinutes);
}

/** Minutes of a choice; null for what is only fetched by hand. */
export function scheduleMinutes(value: string): number | null {
  return value === "hand" ? null : Number(value);
}
