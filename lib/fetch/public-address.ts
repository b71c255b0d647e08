import { isIP } from "node:net";
import ipaddr from "ipaddr.js";

/**
 * Whether an address (four decimal numbers, or IPv6) is one of the public internet. Everything else
 * is refused: private, loopback, link-local, carrier-grade, multicast, reserved, unspecified,
 * documentation and benchmarking ranges, those that carry an IPv4 address inside (mapped, compatible,
 * translated, 6to4, Teredo, NAT64, ISATAP), and what clouds tell their machines about themselves at.
 * What is no address in its plain form is not public.
 */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 0 || address.includes("%")) return false;
  return family === 4 ? isPublic4(address) : isPublic6(address);
}

function isPublic4(address: string): boolean {
  return ipaddr.IPv4.parse(address).range() === "unicast" && !CLOUDS.has(address);
}

/** IANA has given out 2000::/3 and nothing else for the public internet. */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR("2000::/3");
/** Protocols' own addresses: Teredo, benchmarking, ORCHID and others. */
const PROTOCOLS = ipaddr.IPv6.parseCIDR("2001::/23");

function isPublic6(address: string): boolean {
  const parsed = ipaddr.IPv6.parse(address);
  const isGlobal = parsed.match(GLOBAL_UNICAST) && !parsed.match(PROTOCOLS);
  return isGlobal && parsed.range() === "unicast" && !isIsatap(parsed.parts);
}

/** RFC 5214: the last half is 0000:5efe or 0200:5efe and an IPv4 address to which a router tunnels. */
function isIsatap(parts: readonly number[]): boolean {
  return (parts[4] === 0 || parts[4] === 0x200) && parts[5] === 0x5efe;
}

/** Azure's wire server lies among public addresses. The other clouds' stand in ranges refused above. */
const CLOUDS = new Set(["168.63.129.16"]);
