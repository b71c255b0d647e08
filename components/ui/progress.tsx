"use client";

import { Progress as BaseProgress } from "@base-ui/react/progress";

type Props = {
  label: string;
  /** How much is done, of `max`; null while that is not known. */
  value: number | null;
  max: number;
  /** What the numbers count, for example "articles". */
  unit: string;
};

/** Long work, with what is done of how much. */
export function Progress({ label, value, max, unit }: Props) {
  const words =
    value === null ? "" : `${value.toLocaleString("en")} of ${max.toLocaleString("en")} ${unit}`;
  return (
    <BaseProgress.Root
      value={value}
      max={max}
      getAriaValueText={() => words}
      className="grid gap-1"
    >
      <div className="flex justify-between gap-4 text-sm">
        <BaseProgress.Label>{label}</BaseProgress.Label>
        <span className="text-muted tabular-nums">{words}</span>
      </div>
      <BaseProgress.Track className="h-1.5 overflow-hidden rounded-full bg-line">
        <BaseProgress.Indicator className="h-full bg-accent transition-[width] data-indeterminate:w-1/3 data-indeterminate:animate-pulse" />
      </BaseProgress.Track>
    </BaseProgress.Root>
  );
}
