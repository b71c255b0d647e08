import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";

const PEAK = join(import.meta.dirname, "peak-of-memory.ts");
const FLAGS = ["--input-type=module-typescript", "--eval"];
const MEGABYTE = 1_000_000;
const HELD = 400 * MEGABYTE;

test.runIf(process.platform === "linux")(
  "on Linux the peak is the process's own, and not its parent's",
  () => {
    const ofChild = `
    import { peakOfMemory } from ${JSON.stringify(PEAK)};
    console.log(peakOfMemory());`;
    const ofParent = `
    import { execFileSync } from "node:child_process";
    import { peakOfMemory } from ${JSON.stringify(PEAK)};
    const held = Buffer.alloc(${HELD}, 1);
    const child = execFileSync(process.execPath, [...${JSON.stringify(FLAGS)}, ${JSON.stringify(ofChild)}]);
    console.log(JSON.stringify({ child: Number(child), parent: peakOfMemory(), held: held.length }));`;
    const printed = execFileSync(process.execPath, [...FLAGS, ofParent], { encoding: "utf8" });
    const { child, parent, held } = JSON.parse(printed);
    expect(parent).toBeGreaterThan(held);
    expect(child).toBeGreaterThan(10 * MEGABYTE);
    expect(child).toBeLessThan(held / 2);
  },
);
