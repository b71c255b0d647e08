import { once } from "node:events";
import { createServer, request, type ServerResponse } from "node:http";

/** A way to the app on which a line can die without either end being told. */
export type SilentProxy = {
  /** For a browser's `proxy` setting. */
  url: string;
  /** From now on nothing more comes over the answers that are under way; new ones pass. */
  silence: () => void;
};

/** Stand between a browser and the app for as long as `work` runs. */
export async function withSilentProxy(work: (proxy: SilentProxy) => Promise<void>): Promise<void> {
  const underWay = new Set<ServerResponse>();
  const silent = new WeakSet<ServerResponse>();
  const server = createServer((asked, answer) => {
    const { hostname, port, pathname, search } = new URL(asked.url ?? "");
    const { method, headers } = asked;
    const passed = request(
      { hostname, port, path: pathname + search, method, headers, agent: false },
      (given) => {
        answer.writeHead(given.statusCode ?? 502, given.headers);
        answer.flushHeaders();
        given.on("data", (chunk: Buffer) => {
          if (!silent.has(answer)) answer.write(chunk);
        });
        given.on("end", () => {
          underWay.delete(answer);
          if (!silent.has(answer)) answer.end();
        });
        given.on("error", () => answer.destroy());
      },
    );
    underWay.add(answer);
    // A silent line stays up on this side: the app has heard nothing either.
    answer.on("close", () => {
      if (!silent.has(answer)) passed.destroy();
      underWay.delete(answer);
    });
    passed.on("error", () => answer.destroy());
    asked.pipe(passed);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The proxy has no port.");
  try {
    await work({
      url: `http://127.0.0.1:${address.port}`,
      silence: () => {
        for (const answer of underWay) silent.add(answer);
      },
    });
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
