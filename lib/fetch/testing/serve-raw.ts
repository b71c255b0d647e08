import { createServer, type Socket } from "node:net";
import type { Web } from "./open-web.ts";

/** A server that talks as it likes, over a plain connection: what `talk` writes once it is asked. */
export async function serveRaw(
  web: Web,
  host: string,
  talk: (socket: Socket) => void,
  port = 80,
): Promise<void> {
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
