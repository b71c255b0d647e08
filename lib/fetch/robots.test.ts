import type { RequestListener } from "node:http";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isDomainError } from "#lib/errors.ts";
import { fetchAddress, type FetchOptions } from "./fetch-address.ts";
import { refuseForbidden, robotsMemory, type RobotsAnswer } from "./robots.ts";
import { openWeb, type Web } from "./testing/open-web.ts";

let web: Web;
let asked: string[];
beforeEach(() => {
  web = openWeb();
  asked = [];
});
afterEach(() => web.close());

/** A site whose robots.txt is served by `rules`, and every other page well. */
function site(host: string, rules: RequestListener): Promise<void> {
  return web.site(host, (request, response) => {
    asked.push(`${host}${request.url}`);
    if (request.url === "/robots.txt") rules(request, response);
    else response.writeHead(200, { "content-type": "text/html" }).end("<p>Page</p>");
  });
}

const text =
  (rules: string): RequestListener =>
  (_request, response) =>
    response.writeHead(200, { "content-type": "text/plain" }).end(rules);

async function outcome(address: string, more: Partial<FetchOptions> = {}): Promise<unknown> {
  try {
    return (await fetchAddress(address, web.options({ honoursRobots: true, ...more }))).kind;
  } catch (error) {
    if (!isDomainError(error)) throw error;
    return [error.detail.problem, error.detail.isTemporary];
  }
}

const forbidden = ["robots", false];
const away = ["robots", true];

describe("robots.txt", () => {
  it.each([
    ["User-agent: *\nDisallow: /private", "/private/a", forbidden],
    ["User-agent: *\nDisallow: /private", "/public", "fetched"],
    ["User-agent: *\nDisallow: /\n\nUser-agent: OnRecord\nAllow: /", "/a", "fetched"],
    ["User-agent: onrecord\nDisallow: /\n\nUser-agent: *\nAllow: /", "/a", forbidden],
    ["User-agent: onrecord/2\nUser-agent: other\nDisallow: /a", "/a", forbidden],
    ["User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b", "fetched"],
    ["User-agent: *\nDisallow: /*.pdf$", "/x.pdf", forbidden],
    ["User-agent: *\nDisallow: /*.pdf$", "/x.pdf?y", "fetched"],
    ["User-agent: *\nDisallow:", "/a", "fetched"],
    ["\uFEFFuser-AGENT: *\r\ndisallow: /a # not this", "/a", forbidden],
    ["<!doctype html><p>Nothing here", "/a", "fetched"],
    ["", "/a", "fetched"],
  ])("%j for %s", async (rules, path, expected) => {
    await site("courier.example", text(rules));
    expect(await outcome(`http://courier.example${path}`)).toEqual(expected);
    expect(asked.includes(`courier.example${path}`)).toBe(expected === "fetched");
  });

  it("is not asked for by a project that does not keep to it", async () => {
    await site("courier.example", text("User-agent: *\nDisallow: /"));
    expect(await outcome("http://courier.example/a", { honoursRobots: false })).toBe("fetched");
    expect(asked).toEqual(["courier.example/a"]);
  });

  it.each([
    [400, "fetched"],
    [401, "fetched"],
    [403, "fetched"],
    [404, "fetched"],
    [410, "fetched"],
    [429, away],
    [500, away],
    [503, away],
  ])("that answers %i", async (status, expected) => {
    await site("courier.example", (_request, response) => response.writeHead(status).end());
    expect(await outcome("http://courier.example/a")).toEqual(expected);
  });

  it("is read behind redirects, of which five are followed", async () => {
    await site("rules.example", text("User-agent: *\nDisallow: /a"));
    await site("courier.example", (_request, response) =>
      response.writeHead(301, { location: "http://rules.example/robots.txt" }).end(),
    );
    expect(await outcome("http://courier.example/a")).toEqual(forbidden);
    await web.site("far.example", (request, response) => {
      if (request.url === "/a") response.end("<p>Page</p>");
      else response.writeHead(302, { location: `${request.url}x` }).end();
    });
    expect(await outcome("http://far.example/a")).toBe("fetched");
  });

  it("behind a redirect to a place inside is not read, and nothing else is fetched", async () => {
    web.name("inner.example", "10.0.0.1");
    for (const location of ["http://inner.example/robots.txt", "http://127.0.0.1/", "file:///x"]) {
      const host = `h${location.length}.example`;
      await site(host, (_request, response) => response.writeHead(302, { location }).end());
      expect(await outcome(`http://${host}/a`)).toEqual(away);
    }
    expect(web.dialled.every((place) => place.startsWith("93.184."))).toBe(true);
  });

  it("of a site that is not there is told as that", async () => {
    expect(await outcome("http://nobody.example/a")).toEqual(["no-such-site", false]);
    web.name("closed.example", "93.184.216.77");
    expect(await outcome("http://closed.example/a")).toEqual(["refused", true]);
  });

  it("is asked for at each site that a redirect leads to", async () => {
    await site("to.example", text("User-agent: *\nDisallow: /"));
    await web.site("from.example", (request, response) => {
      if (request.url === "/robots.txt") response.writeHead(404).end();
      else response.writeHead(302, { location: "http://to.example/a" }).end();
    });
    expect(await outcome("http://from.example/")).toEqual(forbidden);
    expect(asked).toEqual(["to.example/robots.txt"]);
  });

  it("is read no further than half a megabyte", async () => {
    const filler = `# ${"x".repeat(98)}\n`.repeat(6_000);
    await site("courier.example", text(`${filler}User-agent: *\nDisallow: /`));
    expect(await outcome("http://courier.example/a")).toBe("fetched");
  });

  it("is asked for once a day, and by many at once only once", async () => {
    await site("courier.example", text("User-agent: *\nDisallow: /a"));
    const many = ["/a", "/b", "/c"].map((path) => outcome(`http://courier.example${path}`));
    expect(await Promise.all(many)).toEqual([forbidden, "fetched", "fetched"]);
    expect(asked.filter((path) => path.endsWith("robots.txt"))).toHaveLength(1);
  });
});

describe("the memory of rules", () => {
  const HOUR = 3_600_000;

  it("asks anew after a day, and keeps the old ones for thirty while the site is away", async () => {
    let now = 0;
    let answer: RobotsAnswer = { kind: "rules", text: "1" };
    let times = 0;
    const memory = robotsMemory(() => now);
    const ask = () => memory.once("https://a.example", () => Promise.resolve((times++, answer)));
    expect(await ask()).toEqual({ kind: "rules", text: "1" });
    answer = { kind: "away" };
    now = 23 * HOUR;
    expect([(await ask()).kind, times]).toEqual(["rules", 1]);
    now = 25 * HOUR;
    expect([(await ask()).kind, times]).toEqual(["rules", 2]);
    now = 31 * 24 * HOUR;
    expect([(await ask()).kind, times]).toEqual(["away", 3]);
    now += 60_000;
    expect([(await ask()).kind, times]).toEqual(["away", 3]);
    answer = { kind: "none" };
    now += HOUR;
    expect([(await ask()).kind, times]).toEqual(["none", 4]);
  });

  it("forgets the oldest of very many sites", async () => {
    const memory = robotsMemory();
    let times = 0;
    const ask = (n: number) =>
      memory.once(`https://${n}.example`, () =>
        Promise.resolve((times++, { kind: "none" as const })),
      );
    for (let n = 0; n < 1_001; n++) await ask(n);
    await ask(1_000);
    expect(times).toBe(1_001);
    await ask(0);
    expect(times).toBe(1_002);
  });

  it("forgets the oldest where rules are very long", async () => {
    const memory = robotsMemory();
    let times = 0;
    const text = "#".repeat(500_000);
    const ask = (n: number) =>
      memory.once(`https://${n}.example`, () =>
        Promise.resolve((times++, { kind: "rules" as const, text })),
      );
    for (let n = 0; n < 41; n++) await ask(n);
    await ask(40);
    await ask(1);
    expect(times).toBe(41);
    await ask(0);
    expect(times).toBe(42);
  });

  it("decides in little time, whatever patterns a site has thought out", () => {
    const pattern = `Disallow: /${"*a".repeat(500)}b\n`;
    const rules = { kind: "rules", text: `User-agent: *\n${pattern.repeat(400)}` } as const;
    const begun = performance.now();
    refuseForbidden(new URL(`https://a.example/${"a".repeat(3_900)}`), rules);
    expect(performance.now() - begun).toBeLessThan(4_000);
  }, 30_000);
});
