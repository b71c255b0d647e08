import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { PEER_HEADER } from "#lib/access/client-address.ts";
import { DomainError } from "#lib/errors.ts";

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export type Listener = {
  server: Server;
  /** The port that was got, also when any would do. */
  port: number;
  /** From now on requests are answered by this. */
  answerWith: (handler: Handler) => void;
  /** Take no more requests, give those under way some seconds, then cut what is left. */
  close: () => Promise<void>;
};

const GRACE_MS = 3_000;

/**
 * Take the address before anything slow is begun, so that a port in use is told at once; until
 * there is a handler, visitors are asked to wait. Refused with a DomainError.
 */
export async function listen(host: string, port: number): Promise<Listener> {
  let handler: Handler = answerStarting;
  const server = createServer((request, response) => {
    // Set for every request, so that nobody can pass for somebody else by sending it.
    request.headers[PEER_HEADER] = request.socket.remoteAddress;
    handler(request, response).catch((error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error) => reject(explain(error, host, port)));
    server.listen(port, host, resolve);
  });
  const address = server.address();
  let closing: Promise<void> | undefined;
  return {
    server,
    port: address !== null && typeof address === "object" ? address.port : port,
    answerWith: (next) => {
      handler = next;
    },
    close: () => (closing ??= close(server)),
  };
}

async function answerStarting(_: IncomingMessage, response: ServerResponse): Promise<void> {
  response.writeHead(503, {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
    "retry-after": "2",
    refresh: "2",
  });
  response.end("<!doctype html><title>Onrecord</title><p>Onrecord is starting.</p>\n");
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), GRACE_MS);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}

function explain(error: Error, host: string, port: number): Error {
  const code = "code" in error ? error.code : "";
  if (code === "EADDRINUSE") {
    return new DomainError(
      "unavailable",
      `Port ${port} is in use by another program. Stop that one, or choose another port: PORT=${port + 1} npm start`,
    );
  }
  if (code === "EACCES") {
    return new DomainError(
      "unavailable",
      `Port ${port} may not be used by you. Choose one above 1023 with PORT.`,
    );
  }
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") {
    return new DomainError("unavailable", `This machine has no address ${host}. Check HOST.`);
  }
  return error;
}
