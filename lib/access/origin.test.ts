import { describe, expect, it } from "vitest";
import { clientAddress } from "./client-address.ts";
import { refuseForeignOrigin } from "./origin.ts";
import { sessionCookie } from "./session-cookie.ts";

const env = { publicUrl: "https://desk.example.org" };

describe("refuseForeignOrigin", () => {
  it.each([
    ["POST", "https://desk.example.org", "10.0.0.5:3000"],
    ["POST", "http://localhost:3000", "localhost:3000"],
    ["GET", null, "desk.example.org"],
  ])("lets %s from %s to %s pass", (method, origin, host) => {
    expect(() => refuseForeignOrigin(request(method, origin, host), env)).not.toThrow();
  });

  it.each([
    ["POST", null, "desk.example.org"],
    ["POST", "null", "desk.example.org"],
    ["POST", "https://evil.example", "desk.example.org"],
    ["POST", "http://desk.example.org", "desk.example.org"],
    ["POST", "https://desk.example.org.evil.example", "desk.example.org"],
    ["GET", "https://evil.example", "desk.example.org"],
  ])("refuses %s from %s to %s", (method, origin, host) => {
    expect(() => refuseForeignOrigin(request(method, origin, host), env)).toThrow(/Origin|address/);
  });
});

describe("clientAddress", () => {
  const headers = new Headers({
    "x-forwarded-for": "1.1.1.1, 2.2.2.2",
    "x-onrecord-peer": "3.3.3.3",
  });

  it("believes nobody but the connection unless there are proxies", () => {
    expect(clientAddress(headers, { trustedProxies: 0 })).toBe("3.3.3.3");
  });

  it("takes what the outermost proxy saw", () => {
    expect(clientAddress(headers, { trustedProxies: 1 })).toBe("2.2.2.2");
    expect(clientAddress(headers, { trustedProxies: 2 })).toBe("1.1.1.1");
    expect(clientAddress(headers, { trustedProxies: 3 })).toBeNull();
  });
});

describe("sessionCookie", () => {
  it("carries the port, and is secure where the address is", () => {
    expect(sessionCookie({ publicUrl: "http://127.0.0.1:4000" })).toMatchObject({
      name: "onrecord-session-4000",
      options: { secure: false, httpOnly: true, sameSite: "lax" },
    });
    expect(sessionCookie(env)).toMatchObject({
      name: "__Secure-onrecord-session-443",
      options: { secure: true },
    });
  });
});

function request(method: string, origin: string | null, host: string) {
  return { method, headers: new Headers({ host, ...(origin !== null && { origin }) }) };
}
