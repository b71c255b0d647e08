/** A parameter of an address that may stand there once; given several times, it counts as not given. */
export function oneOf(value: string | string[] | undefined): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}
