import { dirname, join } from "node:path/posix";
import {
  GATES,
  PACKAGE_WALLS,
  PURE,
  READS_ENVIRONMENT,
  RINGS,
  RUNGS,
  UNDER_MODELS,
} from "./architecture.ts";

export type Import = {
  /** The file that imports, from the root: `lib/review/queue.ts`. */
  from: string;
  /** As it is written: `#lib/annotations/model.ts`, `./queue.ts`, `zod`. */
  specifier: string;
  /** Only types are taken; nothing of it is there when the program runs. */
  isTypeOnly: boolean;
};

/** Why an import is refused, with the right door; null when it may stand. */
export function judgeImport({ from, specifier, isTypeOnly }: Import): string | null {
  if (specifier.startsWith(".")) return judgeRelative(from, join(dirname(from), specifier));
  if (specifier.startsWith("#")) return judgeRoom(from, specifier.slice(1), isTypeOnly);
  const wall = PACKAGE_WALLS.find(({ packages }) => packages.test(specifier));
  if (!wall || isTest(from) || matches(wall.allowed, from)) return null;
  return `${specifier} may not be used here. ${wall.door}`;
}

/** Why a file may not read process.env; null when it may. */
export function judgeEnvironment(file: string): string | null {
  if (matches(READS_ENVIRONMENT, file)) return null;
  return "Only lib/env.ts reads process.env. Call readEnv().";
}

/** Relative paths stay in their room, so that every way across has a name. */
function judgeRelative(from: string, to: string): string | null {
  const room = roomOf(from);
  if (room === "" || roomOf(to) === room) return null;
  return `A relative import may not leave ${room}. Write #${to}.`;
}

function judgeRoom(from: string, to: string, isTypeOnly: boolean): string | null {
  const [ring = ""] = from.split("/");
  const [target = ""] = to.split("/");
  const rules = RINGS[ring];
  if (!rules || isTest(from)) return null;
  if (GATES.some((gate) => gate.from.test(from) && gate.to.test(to))) return null;
  if (!rules.imports.includes(target)) {
    return `${ring} may not import ${target}. ${ring} ${rules.holds}; it may import ${rules.imports.join(", ")}.`;
  }
  if (ring === "components") return judgeComponent(from, to, isTypeOnly);
  if (ring === "lib" && target === "lib") return judgeArea(from, to, isTypeOnly);
  return null;
}

function judgeComponent(from: string, to: string, isTypeOnly: boolean): string | null {
  if (from.startsWith("components/ui/") && !to.startsWith("components/ui/")) {
    return "components/ui knows no noun of ours. Take what it should show as a property.";
  }
  if (!to.startsWith("lib/") || isTypeOnly || matches(PURE, to)) return null;
  return `Components take only types and pure files from lib, and ${to} is not pure. Let a page or a route of app call it and pass the values.`;
}

function judgeArea(from: string, to: string, isTypeOnly: boolean): string | null {
  const [own, other] = [areaOf(from), areaOf(to)];
  if (own === other) return judgePure(from, to, isTypeOnly);
  const ownRung = RUNGS.findIndex((rung) => own in rung.areas);
  const otherRung = RUNGS.findIndex((rung) => other in rung.areas);
  if (ownRung < 0 || otherRung < 0) {
    const unknown = ownRung < 0 ? own : other;
    return `lib/${unknown} stands on no rung. Give it one in scripts/architecture.ts.`;
  }
  if (otherRung > ownRung) {
    return `lib/${own} may not import lib/${other}, which stands above it. Let lib/${other} call lib/${own}, or move what both need to a rung below.`;
  }
  if (otherRung === ownRung && !RUNGS[ownRung]?.sideways?.[own]?.includes(other)) {
    return `lib/${own} may not import its neighbour lib/${other}. Join them on a rung above, or move what both need to a rung below.`;
  }
  return judgePure(from, to, isTypeOnly);
}

/** What a browser may load must not pull in what it may not. */
function judgePure(from: string, to: string, isTypeOnly: boolean): string | null {
  if (isTypeOnly || !matches(PURE, from)) return null;
  if (from.endsWith("/model.ts")) {
    if (to.endsWith("/model.ts") || matches(UNDER_MODELS, to)) return null;
    return `A model.ts takes values only from zod, lib/text and models of lower rungs, not from ${to}.`;
  }
  if (matches(PURE, to)) return null;
  return `${from} is pure and may be loaded by a browser; ${to} is not.`;
}

/** `lib/review`, `components/desk`; of the rest the first folder. Empty for files at the root. */
function roomOf(file: string): string {
  const parts = file.split("/");
  if (parts.length === 1) return "";
  const isDivided = parts[0] === "lib" || parts[0] === "components";
  return isDivided && parts.length > 2 ? parts.slice(0, 2).join("/") : (parts[0] ?? "");
}

function areaOf(file: string): string {
  return (file.split("/")[1] ?? "").replace(/\.tsx?$/, "");
}

/** Tests, and what only tests use, may set up whatever they need. */
function isTest(file: string): boolean {
  return /\.test\.tsx?$/.test(file) || file.includes("/testing/");
}

function matches(patterns: readonly RegExp[], file: string): boolean {
  return patterns.some((pattern) => pattern.test(file));
}
