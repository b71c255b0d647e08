import type { Line } from "./page.ts";
import { commonest, median } from "./usual.ts";

/** What is usual in a document, and in each column of it. */
export type Shape = {
  readonly bodySize: number;
  readonly bodyFont: string;
  readonly region: (line: Line) => Region;
};

type Region = { readonly left: number; readonly right: number; readonly pitch: number };

export function shapeOf(lines: readonly Line[]): Shape {
  const bodySize = commonest(lines.map(({ size, text }) => [Math.round(size), text.length])) ?? 10;
  const bodyFont = commonest(lines.map(({ font, text }) => [font, text.length])) ?? "";
  const byRegion = Map.groupBy(lines, (line) => `${line.page} ${line.region}`);
  const usualPitch = pitchOf(lines) ?? bodySize * 1.25;
  const regions = new Map(
    [...byRegion].map(([key, own]) => [
      key,
      {
        left: Math.min(...own.map(({ x0 }) => x0)),
        right: Math.max(...own.map(({ x1 }) => x1)),
        pitch: own.length >= 6 ? (pitchOf(own) ?? usualPitch) : usualPitch,
      },
    ]),
  );
  const none = { left: 0, right: Infinity, pitch: usualPitch };
  return {
    bodySize,
    bodyFont,
    region: (line) => regions.get(`${line.page} ${line.region}`) ?? none,
  };
}

/** How far one line usually stands below another. */
function pitchOf(lines: readonly Line[]): number | null {
  const steps = lines.flatMap((line, index) => {
    const before = lines[index - 1];
    const step = before && isBelow(before, line) ? line.y - before.y : 0;
    return step > 0 && step < line.size * 3 ? [step] : [];
  });
  // Gaps between paragraphs are steps, too; the lower half is within them.
  return steps.length > 0
    ? median(steps.sort((a, b) => a - b).slice(0, Math.ceil(steps.length * 0.7)))
    : null;
}

/** In one column of one page. */
export function isBelow(before: Line, line: Line): boolean {
  return before.page === line.page && before.region === line.region;
}
