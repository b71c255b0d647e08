import { readFileSync } from "node:fs";

/**
 * The most memory, in bytes, that this process has held at once. Linux keeps two figures: the one of
 * getrusage begins, in a child, at what its parent held, so /proc is read where there is one.
 */
export function peakOfMemory(): number {
  return (kibibytesInProc() ?? process.resourceUsage().maxRSS) * 1_024;
}

function kibibytesInProc(): number | null {
  if (process.platform !== "linux") return null;
  const [, kibibytes] =
    /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync("/proc/self/status", "utf8")) ?? [];
  return kibibytes === undefined ? null : Number(kibibytes);
}
