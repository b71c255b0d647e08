import type { RequestListener } from "node:http";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { fetchAddress } from "./fetch-address.ts";
import { certify, makeAuthority } from "./testing/make-certificate.ts";
import { openWeb, type Web } from "./testing/open-web.ts";
import { problemOf, refusal } from "./testing/refusal.ts";
import { serveRaw } from "./testing/serve-raw.ts";

const authority = makeAuthority();
const trusted = { authorities: [authority.cert] };

let web: Web;
beforeEach(() => {
  web = openWeb();
});
afterEach(() => web.close());

const page: RequestListener = (_request, response) => {
  response
    .writeHead(200, { "content-type": "text/html; charset=utf-8" })
    .end("<!doctype html><title>Harbour</title>");
};

describe("what a person is told", () => {
  it.each([
    [401, false, "log-in"],
    [402, false, "pay"],
    [403, false, "paste its text"],
    [404, false, "no page at this address"],
    [410, false, "for good"],
    [429, true, "too often"],
    [451, false, "legal reasons"],
    [418, false, "refuses this address (418)"],
    [500, true, "fault of its own"],
    [503, true, "not ready"],
    [204, false, "without a page"],
    [304, false, "without a page"],
    [300, false, "without a page"],
  ])("about %i", async (status, isTemporary, words) => {
    await web.site("courier.example", (_q, r) =>
      r.writeHead(status, { "retry-after": "120" }).end(),
    );
    const error = await refusal(fetchAddress("http://courier.example/", web.options()));
    expect(error.message).toContain(words);
    expect(error.detail).toEqual({
      problem: "status",
      status,
      isTemporary,
      retryAfterSeconds: 120,
    });
    expect(error.fields).toEqual({ url: error.message });
  });

  it.each([
    ["expired", { names: ["c.example"], until: new Date("2020-02-02") }, "has run out"],
    [
      "early",
      { names: ["c.example"], from: new Date("2090-02-02"), until: new Date("2091-02-02") },
      "not valid yet",
    ],
    ["another name's", { names: ["other.example"] }, "another name"],
    ["self-made", { names: ["c.example"], by: null }, "vouched for"],
  ] as const)("about a certificate that is %s", async (_what, given, words) => {
    const { names, by = authority, ...validity }: Certified = given;
    await web.site("c.example", page, { certificate: certify(names, by, validity) });
    const error = await refusal(fetchAddress("https://c.example/", web.options(trusted)));
    expect(error.message).toContain(words);
    expect(error.detail).toMatchObject({ problem: "certificate", isTemporary: false });
  });

  it("about a certificate of an authority that is not known", async () => {
    await web.site("c.example", page, { certificate: certify(["c.example"], authority) });
    expect((await refusal(fetchAddress("https://c.example/", web.options()))).message).toContain(
      "vouched for",
    );
  });

  it("about a certificate, also where the environment says that none is looked at", async () => {
    vi.stubEnv("NODE_TLS_REJECT_UNAUTHORIZED", "0");
    await web.site("c.example", page, { certificate: certify(["c.example"], null) });
    const problem = await problemOf(fetchAddress("https://c.example/", web.options()));
    vi.unstubAllEnvs();
    expect(problem).toBe("certificate");
  });

  it("about names, connections, and servers that speak something else", async () => {
    const told = async (address: string, options = web.options()) => {
      const { detail, message } = await refusal(fetchAddress(address, options));
      return [detail.problem, detail.isTemporary, message];
    };
    expect(await told("http://nobody.example/")).toEqual([
      "no-such-site",
      false,
      expect.stringContaining("Check the spelling"),
    ]);
    const options = web.options();
    const resolve = () => Promise.reject(Object.assign(new Error("x"), { code: "EAI_AGAIN" }));
    expect(
      await told("http://a.example/", { ...options, world: { ...options.world, resolve } }),
    ).toEqual(["name-service", true, expect.stringContaining("name service")]);
    web.name("closed.example", "93.184.216.77");
    expect(await told("http://closed.example/")).toEqual([
      "refused",
      true,
      expect.stringContaining("no connections"),
    ]);
    await serveRaw(web, "ssh.example", (socket) => socket.end("SSH-2.0-SECRET\r\n"));
    expect(await told("http://ssh.example/")).toEqual(["broken-off", false, expect.any(String)]);
    await serveRaw(
      web,
      "plain.example",
      (socket) => socket.end("HTTP/1.1 400 SECRET\r\n\r\n"),
      443,
    );
    expect(await told("https://plain.example/")).toEqual([
      "certificate",
      false,
      expect.stringContaining("secure"),
    ]);
    await serveRaw(web, "short.example", (socket) =>
      socket.end("HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\nSECRET"),
    );
    expect(await told("http://short.example/")).toEqual([
      "broken-off",
      true,
      expect.stringContaining("broke"),
    ]);
    await serveRaw(web, "gone.example", (socket) => socket.destroy());
    expect(await told("http://gone.example/")).toEqual([
      "broken-off",
      true,
      expect.stringContaining("broke"),
    ]);
  });

  it.each([
    "image/png",
    "video/mp4",
    "audio/mpeg",
    "font/woff2",
    "text/css",
    "application/javascript",
  ])("about %s, before any of it is read", async (type) => {
    await web.site("courier.example", (_q, r) =>
      r.writeHead(200, { "content-type": type }).write("x"),
    );
    expect(await problemOf(fetchAddress("http://courier.example/", web.options()))).toBe(
      "media-type",
    );
  });

  it.each([
    "application/pdf",
    "application/octet-stream",
    "text/plain",
    "nonsense",
    "application/rss+xml",
  ])("nothing about %s, which somebody else looks into", async (type) => {
    await web.site("courier.example", (_q, r) =>
      r.writeHead(200, { "content-type": type }).end("x"),
    );
    expect(await fetchAddress("http://courier.example/", web.options())).toMatchObject({
      bytes: { length: 1 },
    });
  });

  it("about a head without end", async () => {
    await serveRaw(web, "head.example", (socket) => {
      socket.write("HTTP/1.1 200 OK\r\n");
      for (let n = 0; n < 2_000; n++) socket.write(`X-${n}: ${"y".repeat(60)}\r\n`);
    });
    expect(await problemOf(fetchAddress("http://head.example/", web.options()))).toBe("too-large");
  });

  it("never an inner error's own words", async () => {
    const options = web.options();
    const resolve = () => Promise.reject(new Error("SECRET at 10.0.0.1"));
    const inner = { ...options, world: { ...options.world, resolve } };
    const error = await refusal(fetchAddress("http://a.example/", inner));
    expect(JSON.stringify([error.message, error.detail, error.fields])).not.toContain("SECRET");
  });
});

type Certified = {
  names: readonly string[];
  by?: typeof authority | null;
  from?: Date;
  until?: Date;
};
