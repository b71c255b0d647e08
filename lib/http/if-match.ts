/** No record ever has this version, so a change that names it is always stale. */
const NEVER = 0;

/**
 * The version that a change expects, from its If-Match header; null when it names none.
 * `"3"` is 3. `W/"3"` is too, because a proxy that compresses answers weakens their tags. `*` names no
 * version. Anything else matches nothing, as the standard has it for a tag that is not known.
 */
export function readIfMatch(header: string | null): number | null {
  const value = header?.trim() ?? "";
  if (value === "" || value === "*") return null;
  const digits = /^(?:W\/)?"(\d{1,9})"$/.exec(value)?.[1] ?? /^(\d{1,9})$/.exec(value)?.[1];
  return digits === undefined ? NEVER : Number(digits);
}
