import { createServer, type RequestListener, type Server } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { connect, type AddressInfo, type Server as TcpServer } from "node:net";
import type { FetchOptions } from "../fetch-address.ts";
import { robotsMemory } from "../robots.ts";
import type { Certificate } from "./make-certificate.ts";

type Site = { address: string; port: number; server: TcpServer };

/**
 * An invented public web: names with public addresses, each served by a server of the test's own on
 * this machine. What was looked up and where connections went is kept, so that a test can tell.
 */
export function openWeb() {
  const names = new Map<string, string[]>();
  const sites: Site[] = [];
  const lookedUp: string[] = [];
  const dialled: string[] = [];
  const robots = robotsMemory();

  /** A name's addresses from now on. */
  function name(host: string, ...addresses: string[]): void {
    names.set(host, addresses);
  }

  /** A server of any kind at an address and port. */
  async function serve(address: string, port: number, server: TcpServer): Promise<void> {
    await new Promise<void>((resolve) => {
      server.listen(0, "127.0.0.1", resolve);
    });
    sites.push({ address, port, server });
  }

  /** A site with a name, at port 80, or at 443 with a certificate. */
  async function site(
    host: string,
    listener: RequestListener,
    given: { address?: string; certificate?: Certificate; port?: number } = {},
  ): Promise<void> {
    const address = given.address ?? `93.184.${names.size + 1}.${sites.length + 1}`;
    const secure = given.certificate;
    const server: Server = secure ? createSecureServer(secure, listener) : createServer(listener);
    await serve(address, given.port ?? (secure ? 443 : 80), server);
    name(host, address);
  }

  function options(more: Partial<FetchOptions> & { authorities?: string[] } = {}): FetchOptions {
    const { authorities, ...rest } = more;
    return {
      pace: () => Promise.resolve(),
      honoursRobots: false,
      allow: [],
      ...rest,
      world: {
        resolve: async (host) => {
          lookedUp.push(host);
          return names.get(host) ?? (await refuse("ENOTFOUND"));
        },
        dial: ({ address, port }) => {
          dialled.push(`${address}:${port}`);
          const found = sites.find((one) => one.address === address && one.port === port);
          return connect({ host: "127.0.0.1", port: found ? portOf(found.server) : 1 });
        },
        robots,
        authorities,
        ...more.world,
      },
    };
  }

  async function close(): Promise<void> {
    await Promise.all(
      sites.map(
        ({ server }) =>
          new Promise((resolve) => {
            server.close(resolve);
            if ("closeAllConnections" in server) (server as Server).closeAllConnections();
          }),
      ),
    );
  }

  return { name, serve, site, options, close, lookedUp, dialled };
}

export type Web = ReturnType<typeof openWeb>;

/** The port of this machine that a server listens on. */
export function portOf(server: TcpServer): number {
  return (server.address() as AddressInfo).port;
}

function refuse(code: string): Promise<never> {
  return Promise.reject(Object.assign(new Error(code), { code }));
}
