import { describe, expect, it } from "vitest";
import { isDomainError } from "#lib/errors.ts";
import { checkUrl } from "./check-url.ts";

function problem(address: string, allow: string[] = []): unknown {
  try {
    checkUrl(address, allow);
    return null;
  } catch (error) {
    return isDomainError(error) ? error.detail.problem : error;
  }
}

describe("the writing of an address", () => {
  it.each([
    "https://courier.example/a?b=c#d",
    "http://courier.example:8080",
    " https://93.184.216.34/ ",
  ])("is fine as %s", (address) => expect(problem(address)).toBeNull());

  it("loses its fragment and keeps the rest", () => {
    const { url, host, port } = checkUrl("https://Courier.Example/ä b?x=1#y", []);
    expect([url.href, host, port]).toEqual([
      "https://courier.example/%C3%A4%20b?x=1",
      "courier.example",
      443,
    ]);
  });

  it.each([
    "",
    "courier",
    "ftp://courier.example/",
    "file:///etc/passwd",
    "javascript:alert(1)",
    "data:text/html,x",
    "gopher://courier.example:70/",
    "view-source:https://courier.example",
    "https://user:secret@courier.example/",
    "https://user@courier.example/",
    "http://courier.example:22/",
    "http://courier.example:6379/",
    "http://courier.example:5432/",
    "http://courier.example:25/",
    "https://",
    `https://courier.example/${"x".repeat(4_000)}`,
  ])("is refused as %s", (address) => expect(problem(address)).toBe("address"));

  it.each([
    "http://127.0.0.1/",
    "http://127.1/",
    "http://2130706433/",
    "http://0x7f000001/",
    "http://0x7f.0.0.1/",
    "http://0177.0.0.1/",
    "http://017700000001/",
    "http://127.0.0.1./",
    "http://１２７.０.０.１/",
    "http://0/",
    "http://[::1]/",
    "http://[::]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[::ffff:7f00:1]/",
    "http://[0:0:0:0:0:ffff:a9fe:a9fe]/",
    "http://[64:ff9b::7f00:1]/",
    "http://[2002:7f00:1::]/",
    "http://169.254.169.254/latest/meta-data/",
    "http://2852039166/latest/meta-data/",
    "http://[fd00:ec2::254]/",
    "http://10.0.0.1/",
    "http://192.168.1.1/",
    "http://100.64.1.1/",
    "http://224.0.0.1/",
  ])("that means a private place is refused as %s", (address) =>
    expect(problem(address)).toBe("not-public"),
  );

  it("may name a house that the operator has named, with its very port", () => {
    const allow = ["127.0.0.1:4000", "[::1]:80", "archive.desk.example:9000"];
    expect(problem("http://127.0.0.1:4000/x", allow)).toBeNull();
    expect(problem("http://[::1]/x", allow)).toBeNull();
    expect(problem("http://archive.desk.example:9000/", allow)).toBeNull();
    expect(problem("http://127.0.0.1:4001/x", allow)).toBe("address");
    expect(problem("http://127.0.0.1/x", allow)).toBe("not-public");
    expect(problem("ftp://127.0.0.1:4000/x", allow)).toBe("address");
  });
});
