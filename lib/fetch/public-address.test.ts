import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isPublicAddress } from "./public-address.ts";

describe("a public address", () => {
  it.each([
    "93.184.216.34",
    "1.1.1.1",
    "9.255.255.255",
    "11.0.0.0",
    "100.63.255.255",
    "100.128.0.0",
    "172.15.255.255",
    "172.32.0.0",
    "198.17.255.255",
    "198.20.0.0",
    "223.255.255.254",
    "2606:2800:220:1:248:1893:25c8:1946",
    "2a00:1450:4001:81b::200e",
  ])("is %s", (address) => expect(isPublicAddress(address)).toBe(true));

  it.each([
    ["unspecified", "0.0.0.0 0.1.2.3 ::"],
    ["loopback", "127.0.0.1 127.255.255.254 ::1"],
    [
      "private",
      "10.0.0.1 10.255.255.255 172.16.0.1 172.31.255.255 192.168.0.1 fc00::1 fd12:3456::1",
    ],
    ["carrier-grade", "100.64.0.1 100.127.255.255"],
    ["link-local", "169.254.0.1 169.254.169.254 fe80::1 febf::1"],
    ["old site-local", "fec0::1"],
    ["clouds'", "169.254.169.254 100.100.100.200 168.63.129.16 192.0.0.192 fd00:ec2::254"],
    ["multicast", "224.0.0.1 239.255.255.255 ff02::1 ff0e::1"],
    ["reserved", "240.0.0.1 255.255.255.254 255.255.255.255 192.0.0.1 4000::1 5f00::1"],
    ["documentation", "192.0.2.1 198.51.100.7 203.0.113.9 2001:db8::1 3fff::1"],
    ["benchmarking", "198.18.0.1 198.19.255.255 2001:2::1"],
    ["anycast relays", "192.88.99.1"],
    ["mapped", "::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:93.184.216.34 ::ffff:7f00:1"],
    ["compatible", "::127.0.0.1 ::7f00:1 ::5db8:d822"],
    ["translated", "::ffff:0:127.0.0.1 64:ff9b::7f00:1 64:ff9b::10.0.0.1 64:ff9b:1::1"],
    ["6to4", "2002:7f00:1:: 2002:5db8:d822::1"],
    ["Teredo", "2001::1 2001:0:7f00:1::"],
    ["ISATAP", "2606:2800::5efe:10.0.0.1 2606:2800::200:5efe:127.0.0.1"],
    ["discard only", "100::1"],
    ["ORCHID", "2001:10::1 2001:20::1"],
  ])("is none of the %s: %s", (_what, addresses) => {
    for (const address of addresses.split(" "))
      expect(isPublicAddress(address), address).toBe(false);
  });

  it.each([
    "",
    "localhost",
    "127.1",
    "0x7f.0.0.1",
    "0177.0.0.1",
    "2130706433",
    "fe80::1%eth0",
    "1.2.3.4.",
    "[::1]",
  ])("is not written as “%s”", (address) => expect(isPublicAddress(address)).toBe(false));

  it("is never one that holds a private IPv4 address, however it is wrapped", () => {
    const inner = fc.constantFrom("7f00:1", "a00:1", "c0a8:101", "a9fe:a9fe");
    const wrapped = fc.constantFrom(
      "::",
      "::ffff:",
      "::ffff:0:",
      "64:ff9b::",
      "2002:",
      "2001:0:1:2:3:4:",
    );
    fc.assert(
      fc.property(wrapped, inner, (prefix, suffix) => {
        const address = prefix === "2002:" ? `2002:${suffix}::1` : `${prefix}${suffix}`;
        expect(isPublicAddress(address)).toBe(false);
      }),
    );
  });
});
