import { createServer as createHttpServer, type RequestListener } from "node:http";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { fetchAddress, type Fetched, type FetchOptions } from "./fetch-address.ts";
import { resolveName } from "./find-addresses.ts";
import { certify, makeAuthority } from "./testing/make-certificate.ts";
import { openWeb, portOf, type Web } from "./testing/open-web.ts";
import { problemOf, refusal } from "./testing/refusal.ts";

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
