import { readAddress } from "#lib/ingestion/address.ts";

/** A line of the field of addresses, as it was typed and as it is read. */
export type AddressLine = {
  /** From 1. */
  readonly line: number;
  readonly typed: string;
} & (
  | { readonly kind: "address"; readonly url: string }
  | { readonly kind: "repeated"; readonly url: string }
  | { readonly kind: "refused"; readonly problem: string }
);

/** Read addresses, one or several a line, as the server will; what stands twice is taken once. */
export function parseAddresses(text: string): AddressLine[] {
  const seen = new Set<string>();
  return text.split(/\r\n|\r|\n/).flatMap((row, index) =>
    row
      .trim()
      .split(/[\s,;]+(?=https?:\/\/)|\s+/i)
      .filter((part) => part !== "")
      .map((typed): AddressLine => {
        const place = { line: index + 1, typed };
        const read = readAddress(bare(typed));
        if ("problem" in read) return { ...place, kind: "refused", problem: read.problem };
        const url = read.address;
        if (seen.has(url)) return { ...place, kind: "repeated", url };
        seen.add(url);
        return { ...place, kind: "address", url };
      }),
  );
}

/** People wrap addresses in what prose has around them. */
function bare(typed: string): string {
  return typed.replace(/^[<("'“]+|[>)"'”,;]+$/g, "");
}
