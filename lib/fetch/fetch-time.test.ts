import type { Socket } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { fetchAddress } from "./fetch-address.ts";
import { openWeb, type Web } from "./testing/open-web.ts";
import { problemOf, refusal } from "./testing/refusal.ts";
import { serveRaw } from "./testing/serve-raw.ts";

let web: Web;
beforeEach(() => {
  web = openWeb();
});
afterEach(() => web.close());

describe("time", { timeout: 30_000 }, () => {
  const quick = { totalMs: 600, idleMs: 200, connectMs: 100 };

  it("runs out for a server that says nothing, and for one that never ends its head", async () => {
    await web.site("silent.example", () => undefined);
    expect(
      await refusal(fetchAddress("http://silent.example/", web.options({ limits: quick }))),
    ).toMatchObject({
      detail: { problem: "slow", isTemporary: true },
    });
    await serveRaw(web, "head.example", (socket) => {
      socket.write("HTTP/1.1 200 OK\r\n");
      drip(socket, "X: y\r\n");
    });
    expect(
      await problemOf(fetchAddress("http://head.example/", web.options({ limits: quick }))),
    ).toBe("slow");
  });

  it("runs out for a server that drips a byte at a time, at the time set for the whole", async () => {
    await serveRaw(web, "drip.example", (socket) => {
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
    await serveRaw(web, "stop.example", (socket) => {
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
    await serveRaw(web, "mute.example", () => undefined, 443);
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

function drip(socket: Socket, bytes: string): void {
  const timer = setInterval(() => socket.write(bytes), 50);
  socket.on("close", () => clearInterval(timer));
}
