"use client";

import { useSyncExternalStore } from "react";

type Props = {
  /** A moment as ISO 8601 with its zone, or a Date. */
  at: string | Date;
  /** `date`: 3 May 2031. `moment`: 3 May 2031, 14:10. `time`: 14:10. */
  precision?: "date" | "moment" | "time";
  className?: string;
};

/**
 * A moment in the reader's own zone, written as the rest of the page is. The server does not know
 * the zone, so it writes UTC, says so, and the browser puts its own in place as soon as it runs.
 */
export function Time({ at, precision = "moment", className }: Props) {
  const isInBrowser = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const moment = new Date(at);
  const long = format(moment, LONG, isInBrowser);
  return (
    <time dateTime={moment.toISOString()} title={long} className={className}>
      {format(moment, FORMATS[precision], isInBrowser)}
    </time>
  );
}

const FORMATS = {
  date: { dateStyle: "medium" },
  moment: { dateStyle: "medium", timeStyle: "short" },
  time: { timeStyle: "short" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

const LONG: Intl.DateTimeFormatOptions = { dateStyle: "full", timeStyle: "long" };

function format(moment: Date, options: Intl.DateTimeFormatOptions, isInBrowser: boolean): string {
  if (isInBrowser) return new Intl.DateTimeFormat("en-GB", options).format(moment);
  const text = new Intl.DateTimeFormat("en-GB", { ...options, timeZone: "UTC" }).format(moment);
  return options.timeStyle === "short" ? `${text} UTC` : text;
}

function never(): () => void {
  return () => undefined;
}
