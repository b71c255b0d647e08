import { DomainError } from "#lib/errors.ts";

/** JSON deeper than this is nothing that we ever ask for. */
const MAX_DEPTH = 40;

/**
 * Refuse strings that no database can keep: with U+0000, or with half a surrogate pair, which JSON
 * can say and UTF-8 cannot. Walks without recursion, so that depth cannot exhaust the stack.
 */
export function refuseBrokenText(value: unknown): void {
  const waiting: { value: unknown; path: string[] }[] = [{ value, path: [] }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value: found, path } = next;
    if (typeof found === "string") refuseString(found, path);
    if (typeof found !== "object" || found === null) continue;
    if (path.length >= MAX_DEPTH)
      throw new DomainError("malformed", "The JSON is nested too deeply.");
    for (const [key, inner] of Object.entries(found)) {
      refuseString(key, path);
      if (typeof inner === "string" || (typeof inner === "object" && inner !== null)) {
        waiting.push({ value: inner, path: [...path, key] });
      }
    }
  }
}

function refuseString(text: string, path: readonly string[]): void {
  const fault = text.includes("\0")
    ? "The character U+0000 cannot be part of a text."
    : text.isWellFormed()
      ? null
      : "This text holds half a character (a lone surrogate).";
  if (fault !== null)
    throw new DomainError("invalid", fault, { fields: { [path.join(".") || "input"]: fault } });
}
