/** An address as it is fetched, or why what was typed is none. */
export type TypedAddress = { readonly address: string } | { readonly problem: string };

const MOST_CHARACTERS = 4_000;

/**
 * What somebody typed or pasted as a web address, in one form, so that the same twice is seen to be
 * the same: the scheme may be left out, the part after # is dropped.
 */
export function readAddress(typed: string): TypedAddress {
  const trimmed = typed.trim();
  if (trimmed === "") return { problem: "There is no address." };
  if (/\s/.test(trimmed)) return { problem: "An address has no spaces in it." };
  if (trimmed.length > MOST_CHARACTERS) {
    return { problem: `An address has at most ${MOST_CHARACTERS} characters.` };
  }
  const scheme = /^([a-z][a-z0-9+.-]*):(?!\d+(?:\/|$))/i.exec(trimmed)?.[1]?.toLowerCase();
  if (scheme !== undefined && scheme !== "http" && scheme !== "https") {
    return { problem: "Only addresses that begin with http:// or https:// can be fetched." };
  }
  const full = scheme === undefined ? `https://${trimmed}` : trimmed;
  if (!URL.canParse(full)) return { problem: "This is no web address." };
  const url = new URL(full);
  if (url.username !== "" || url.password !== "") {
    return { problem: "Leave the name and the password out of the address." };
  }
  // A word by itself is more likely a slip than a host.
  if (scheme === undefined && !url.hostname.includes(".")) {
    return { problem: "This is no web address." };
  }
  url.hash = "";
  return { address: url.href };
}
