import { once } from "node:events";
import { createServer } from "node:http";

/** A web site that the app under test may fetch from; each path answers what a test last said. */
export type Site = {
  /** The whole address of a path. */
  at: (path: string) => string;
  serve: (path: string, page: { body: string; type?: string; status?: number }) => void;
};

/**
 * Serve a site where ONRECORD_FETCH_ALLOW names a place for this worker (`npm test` sees to that).
 * Refused without one: the app under test would fetch nothing from it.
 */
export async function withSite(worker: number, use: (site: Site) => Promise<void>): Promise<void> {
  const places = (process.env.ONRECORD_FETCH_ALLOW ?? "").split(",").filter(Boolean);
  const place = places[worker % Math.max(1, places.length)];
  if (place === undefined) {
    throw new Error(
      "Journeys that fetch need ONRECORD_FETCH_ALLOW=127.0.0.1:PORT, for the app and for them.",
    );
  }
  const pages = new Map<string, { body: string; type: string; status: number }>();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://site.invalid");
    const page = pages.get(pathname);
    response.writeHead(page?.status ?? 404, { "Content-Type": page?.type ?? "text/plain" });
    response.end(page?.body ?? "There is nothing at this address.");
  });
  const [host, port] = place.split(":");
  server.listen(Number(port), host);
  await once(server, "listening");
  try {
    await use({
      at: (path) => `http://${place}${path}`,
      serve: (path, { body, type = "text/html; charset=utf-8", status = 200 }) =>
        pages.set(path, { body, type, status }),
    });
  } finally {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  }
}

/** A page of an invented paper. */
export function newsPage(title: string, paragraphs: readonly string[]): string {
  const body = paragraphs.map((words) => `<p>${words}</p>`).join("\n");
  return `<!doctype html><html lang="en"><head><title>${title}</title><meta property="og:site_name" content="The Estuary Courier"></head>
<body><nav><a href="/">Home</a> <a href="/news">News</a></nav><article><h1>${title}</h1>${body}</article></body></html>`;
}
