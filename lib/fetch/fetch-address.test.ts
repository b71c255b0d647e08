import { createServer as createHttpServer, type RequestListener } from "node:http";
import { createServer, type Socket } from "node:net";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { isDomainError, type DomainError } from "#lib/errors.ts";
import { fetchAddress, type Fetched, type FetchOptions } from "./fetch-address.ts";
import { resolveName } from "./find-addresses.ts";
import { certify, makeAuthority } from "./testing/make-certificate.ts";
import { openWeb, portOf, type Web } from "./testing/open-web.ts";

const PAGE = "<!doctype html><title>Harbour</title><p>The ferry left on time.</p>";
const authority = makeAuthority();
const trusted = { authorities: [authority.cert] };

let web: Web;
beforeEach(() => {
  web = openWeb();
});
afterEach(() => web.close());

const page: RequestListener = (_request, response) => {
  response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(PAGE);
};

async function fetched(address: string, options: FetchOptions): Promise<Fetched> {
  const answer = await fetchAddress(address, options);
  if (answer.kind !== "fetched") throw new Error("It was not modified.");
  return answer;
}

async function refusal(work: Promise<unknown>): Promise<DomainError> {
  const error: unknown = await work.then(
    () => new Error("Nothing was refused."),
    (error: unknown) => error,
  );
  if (!isDomainError(error)) throw error;
  // A sentence, and nothing of numbers or of what a server said.
  expect(error.message).toMatch(/^\S.*[.\w]$/su);
  expect(error.message).not.toMatch(/\b(?:\d{1,3}\.){3}\d{1,3}\b|SECRET/);
  return error;
}

const problemOf = async (work: Promise<unknown>) => (await refusal(work)).detail.problem;

describe("a page", () => {
  it("comes with its bytes, its final address and what the server declares", async () => {
    let asked: Record<string, unknown> = {};
    await web.site("courier.example", (request, response) => {
      asked = request.headers;
      response
        .writeHead(200, {
          "content-type": 'Text/HTML; Charset="ISO-8859-1"',
          etag: 'W/"7"',
          "last-modified": "Sun, 01 Nov 2026 10:00:00 GMT",
          "set-cookie": "a=b",
        })
        .end(Buffer.from("Zoë", "latin1"));
    });
    const answer = await fetched("http://courier.example/a?b=1#c", web.options());
    expect(answer).toMatchObject({
      url: "http://courier.example/a?b=1",
      mediaType: "text/html",
      charset: "ISO-8859-1",
      etag: 'W/"7"',
      lastModified: "Sun, 01 Nov 2026 10:00:00 GMT",
      retrievedAt: expect.any(Date),
    });
    expect(Buffer.from(answer.bytes).toString("latin1")).toBe("Zoë");
    expect(asked["user-agent"]).toMatch(/^Onrecord\/1 \(\+https?:\/\/\S+\)$/);
    expect(asked).not.toHaveProperty("cookie");
    expect(asked).not.toHaveProperty("referer");
  });

  it("is asked for over TLS, for its name, at the address that was looked up", async () => {
    await web.site("courier.example", page, {
      certificate: certify(["courier.example"], authority),
    });
    const answer = await fetched("https://courier.example/", web.options(trusted));
    expect(Buffer.from(answer.bytes).toString()).toBe(PAGE);
    expect(web.lookedUp).toEqual(["courier.example"]);
  });

  it("is not sent again when it has not changed", async () => {
    await web.site("courier.example", (request, response) => {
      const isSame =
        request.headers["if-none-match"] === '"7"' &&
        request.headers["if-modified-since"] === "Sun, 01 Nov 2026 10:00:00 GMT";
      response.writeHead(isSame ? 304 : 200, { etag: '"7"' }).end(isSame ? undefined : PAGE);
    });
    const known = { etag: '"7"', lastModified: "Sun, 01 Nov 2026 10:00:00 GMT" };
    const again = await fetchAddress("http://courier.example/", web.options(known));
    expect(again.kind).toBe("not-modified");
    expect((await fetched("http://courier.example/", web.options())).etag).toBe('"7"');
  });

  it("is not taken for unchanged on another site's word", async () => {
    await web.site("old.example", (_request, response) => {
      response.writeHead(301, { location: "http://new.example/" }).end();
    });
    let sent: unknown = null;
    await web.site("new.example", (request, response) => {
      sent = request.headers["if-none-match"];
      response.end(PAGE);
    });
    await fetched("http://old.example/", web.options({ etag: '"1"' }));
    expect(sent).toBeUndefined();
  });

  it("is asked for without any proxy that the environment names", async () => {
    for (const name of ["HTTP_PROXY", "http_proxy", "ALL_PROXY", "HTTPS_PROXY"]) {
      vi.stubEnv(name, "http://127.0.0.1:1");
    }
    vi.stubEnv("NODE_USE_ENV_PROXY", "1");
    await web.site("courier.example", page);
    expect((await fetched("http://courier.example/", web.options())).kind).toBe("fetched");
    vi.unstubAllEnvs();
  });
});

describe("the way to a server", () => {
  it("goes to the address that was checked, whatever the name means a moment later", async () => {
    const inside = createHttpServer((_request, response) => response.end("SECRET"));
    await web.serve("10.0.0.7", 80, inside);
    await web.site("rebind.example", page, { address: "93.184.216.34" });
    const looked: string[] = [];
    const options = web.options();
    const resolve = (host: string) => {
      looked.push(host);
      return Promise.resolve(looked.length === 1 ? ["93.184.216.34"] : ["10.0.0.7"]);
    };
    const rebinding = { ...options, world: { ...options.world, resolve } };
    const answer = await fetched("http://rebind.example/", rebinding);
    expect(Buffer.from(answer.bytes).toString()).toBe(PAGE);
    expect(looked).toEqual(["rebind.example"]);
    expect(web.dialled).toEqual(["93.184.216.34:80"]);
    // Asked anew, it is checked anew, and nothing is dialled.
    expect(await problemOf(fetchAddress("http://rebind.example/", rebinding))).toBe("no-such-site");
    expect(web.dialled).toHaveLength(1);
  });

  it("does the same with real connections", async () => {
    const [first, second] = [createHttpServer(page), createHttpServer((_q, r) => r.end("SECRET"))];
    await new Promise<void>((done) => first.listen(0, "127.0.0.1", done));
    const port = portOf(first);
    await new Promise<void>((done) => second.listen(port, "::1", done)).catch(() => undefined);
    const answers = [["127.0.0.1"], ["::1"]];
    const answer = await fetched(`http://house.example:${port}/`, {
      pace: () => Promise.resolve(),
      honoursRobots: false,
      allow: [`house.example:${port}`],
      world: { resolve: () => Promise.resolve(answers.shift() ?? []) },
    });
    expect(Buffer.from(answer.bytes).toString()).toBe(PAGE);
    expect(answers).toEqual([["::1"]]);
    first.close();
    second.close();
  });

  it("is closed when one address of several is not public, and nothing is dialled", async () => {
    await web.site("mixed.example", page, { address: "93.184.216.34" });
    web.name("mixed.example", "93.184.216.34", "192.168.0.9");
    expect(await problemOf(fetchAddress("http://mixed.example/", web.options()))).toBe(
      "no-such-site",
    );
    expect(web.dialled).toEqual([]);
  });

  it.each([
    "127.0.0.1",
    "10.1.2.3",
    "169.254.169.254",
    "::1",
    "::ffff:10.0.0.1",
    "fd00::1",
    "64:ff9b::a00:1",
  ])("is closed for a name that means %s", async (address) => {
    web.name("inner.example", address);
    expect(await problemOf(fetchAddress("http://inner.example/", web.options()))).toBe(
      "no-such-site",
    );
    expect(web.dialled).toEqual([]);
  });

  it("says the same of a house's name as of nobody's", async () => {
    web.name("inner.example", "10.1.2.3");
    const inner = await refusal(fetchAddress("http://inner.example/", web.options()));
    const nobody = await refusal(fetchAddress("http://nobody.example/", web.options()));
    expect(inner.message).toBe(nobody.message.replace("nobody", "inner"));
    expect(inner.detail).toEqual(nobody.detail);
  });

  it("tries the next address when one does not answer", async () => {
    await web.site("two.example", page, { address: "93.184.216.34" });
    web.name("two.example", "93.184.216.99", "93.184.216.34");
    expect((await fetched("http://two.example/", web.options())).kind).toBe("fetched");
    expect(web.dialled).toEqual(["93.184.216.99:80", "93.184.216.34:80"]);
  });

  it("is tried with this machine's own look-up, which knows loopback", async () => {
    expect(await resolveName("localhost")).toEqual(expect.arrayContaining(["127.0.0.1"]));
    const options = { ...web.options(), world: {} };
    expect(await problemOf(fetchAddress("http://localhost/", options))).toBe("no-such-site");
  });
});

describe("a redirect", () => {
  async function leading(location: string, status = 302): Promise<string> {
    const host = `from${web.lookedUp.length}.example`;
    await web.site(host, (_request, response) =>
      response.writeHead(status, { location }).end("SECRET"),
    );
    return `http://${host}/`;
  }

  it.each([301, 302, 303, 307, 308])(
    "%i is followed, also to another site and relative",
    async (status) => {
      await web.site("to.example", (request, response) => {
        if (request.url === "/ä".replace("ä", "%C3%A4"))
          response.writeHead(status, { location: "../b" }).end();
        else response.end(PAGE);
      });
      const answer = await fetched(await leading("//to.example/%C3%A4", status), web.options());
      expect(answer.url).toBe("http://to.example/b");
    },
  );

  it.each([
    "http://127.0.0.1/",
    "http://2130706433/",
    "http://[::ffff:169.254.169.254]/latest/meta-data/",
    "http://localhost:5432/",
    "file:///etc/passwd",
    "ftp://to.example/",
    "http://user:pass@to.example/",
    "http://to.example:6379/",
  ])("to %s is not followed", async (location) => {
    const address = await leading(location);
    expect(await problemOf(fetchAddress(address, web.options()))).toBe("redirect");
    expect(web.dialled).toHaveLength(1);
  });

  it("to a name that lies inside is not followed", async () => {
    web.name("inner.example", "10.0.0.1");
    const address = await leading("http://inner.example/");
    expect(await problemOf(fetchAddress(address, web.options()))).toBe("no-such-site");
    expect(web.dialled).toHaveLength(1);
  });

  it("from https to http is not followed, and says where it would lead", async () => {
    const certificate = certify(["courier.example"], authority);
    await web.site(
      "courier.example",
      (_q, r) => r.writeHead(302, { location: "http://plain.example/x" }).end(),
      {
        certificate,
      },
    );
    await web.site("plain.example", page);
    const error = await refusal(fetchAddress("https://courier.example/", web.options(trusted)));
    expect(error.message).toContain("http://plain.example");
    expect(error.detail.problem).toBe("redirect");
    expect(web.dialled).toHaveLength(1);
  });

  it("in a circle is told as one, and one without end is broken off", async () => {
    await web.site("loop.example", (request, response) => {
      response.writeHead(302, { location: request.url === "/a" ? "/b" : "/a" }).end();
    });
    expect((await refusal(fetchAddress("http://loop.example/a", web.options()))).message).toContain(
      "in circles",
    );
    expect(web.dialled).toHaveLength(2);
    let step = 0;
    await web.site("far.example", (_q, r) => r.writeHead(302, { location: `/${step++}` }).end());
    expect((await refusal(fetchAddress("http://far.example/", web.options()))).message).toContain(
      "without end",
    );
    expect(step).toBe(11);
  });
});

describe("time", { timeout: 30_000 }, () => {
  const quick = { totalMs: 600, idleMs: 200, connectMs: 100 };

  it("runs out for a server that says nothing, and for one that never ends its head", async () => {
    await web.site("silent.example", () => undefined);
    expect(
      await refusal(fetchAddress("http://silent.example/", web.options({ limits: quick }))),
    ).toMatchObject({
      detail: { problem: "slow", isTemporary: true },
    });
    await raw("head.example", (socket) => {
      socket.write("HTTP/1.1 200 OK\r\n");
      drip(socket, "X: y\r\n");
    });
    expect(
      await problemOf(fetchAddress("http://head.example/", web.options({ limits: quick }))),
    ).toBe("slow");
  });

  it("runs out for a server that drips a byte at a time, at the time set for the whole", async () => {
    await raw("drip.example", (socket) => {
      socket.write("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 9999\r\n\r\n");
      drip(socket, "x");
    });
    const begun = performance.now();
    expect(
      await problemOf(fetchAddress("http://drip.example/", web.options({ limits: quick }))),
    ).toBe("slow");
    const took = performance.now() - begun;
    expect(took).toBeGreaterThan(550);
    expect(took).toBeLessThan(10_000);
  });

  it("runs out when the body stops coming", async () => {
    await raw("stop.example", (socket) => {
      socket.write("HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\nThe ferry");
    });
    const begun = performance.now();
    expect(
      await problemOf(
        fetchAddress(
          "http://stop.example/",
          web.options({ limits: { ...quick, totalMs: 25_000 } }),
        ),
      ),
    ).toBe("slow");
    expect(performance.now() - begun).toBeLessThan(15_000);
  });

  it("is counted over all redirects together", async () => {
    let step = 0;
    await web.site("slow.example", (_q, r) => {
      setTimeout(() => r.writeHead(302, { location: `/${step++}` }).end(), 150);
    });
    expect(
      await problemOf(fetchAddress("http://slow.example/", web.options({ limits: quick }))),
    ).toBe("slow");
    expect(step).toBeLessThan(6);
  });

  it("runs out for a name service that does not answer, and for a handshake that never comes", async () => {
    const options = web.options({ limits: quick });
    const never = { ...options.world, resolve: () => new Promise<never>(() => undefined) };
    expect(
      await problemOf(fetchAddress("http://nowhere.example/", { ...options, world: never })),
    ).toBe("slow");
    await raw("mute.example", () => undefined, 443);
    expect(await problemOf(fetchAddress("https://mute.example/", options))).toBe("unreachable");
  });

  it("can be cut short by whoever asked", async () => {
    await web.site("silent.example", () => undefined);
    const stop = new AbortController();
    const work = fetchAddress("http://silent.example/", web.options({ signal: stop.signal }));
    setTimeout(() => stop.abort(), 50);
    expect(await problemOf(work)).toBe("stopped");
    expect(
      await problemOf(fetchAddress("http://silent.example/", web.options({ signal: stop.signal }))),
    ).toBe("stopped");
  });
});

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
    await raw("ssh.example", (socket) => socket.end("SSH-2.0-SECRET\r\n"));
    expect(await told("http://ssh.example/")).toEqual(["broken-off", false, expect.any(String)]);
    await raw("plain.example", (socket) => socket.end("HTTP/1.1 400 SECRET\r\n\r\n"), 443);
    expect(await told("https://plain.example/")).toEqual([
      "certificate",
      false,
      expect.stringContaining("secure"),
    ]);
    await raw("short.example", (socket) =>
      socket.end("HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\nSECRET"),
    );
    expect(await told("http://short.example/")).toEqual([
      "broken-off",
      true,
      expect.stringContaining("broke"),
    ]);
    await raw("gone.example", (socket) => socket.destroy());
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
    expect((await fetched("http://courier.example/", web.options())).bytes).toHaveLength(1);
  });

  it("about a head without end", async () => {
    await raw("head.example", (socket) => {
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

describe("turns", () => {
  it("are taken before each request, redirects and robots.txt too, but not in the house", async () => {
    const turns: string[] = [];
    const pace = (host: string) => Promise.resolve(void turns.push(host));
    await web.site("a.example", (request, r) => {
      if (request.url === "/robots.txt") r.writeHead(404).end();
      else r.writeHead(302, { location: "http://b.example/" }).end();
    });
    await web.site("b.example", (request, r) => {
      if (request.url === "/robots.txt") r.writeHead(404).end();
      else r.end(PAGE);
    });
    await fetched("http://a.example/", web.options({ pace, honoursRobots: true }));
    expect(turns).toEqual(["a.example", "a.example", "b.example", "b.example"]);
    await fetched("http://b.example/", web.options({ pace, allow: ["b.example:80"] }));
    expect(turns).toHaveLength(4);
  });
});

type Certified = {
  names: readonly string[];
  by?: typeof authority | null;
  from?: Date;
  until?: Date;
};

async function raw(host: string, talk: (socket: Socket) => void, port = 80): Promise<void> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
    socket.once("data", () => talk(socket));
  });
  // Whoever closes the web has no hold of plain connections.
  server.unref();
  server.on("connection", (socket) => socket.unref());
  const address = `93.185.0.${web.lookedUp.length + 1}`;
  await web.serve(address, port, server);
  web.name(host, address);
  const close = server.close.bind(server);
  server.close = (done) => {
    for (const socket of sockets) socket.destroy();
    return close(done);
  };
}

function drip(socket: Socket, bytes: string): void {
  const timer = setInterval(() => socket.write(bytes), 50);
  socket.on("close", () => clearInterval(timer));
}
