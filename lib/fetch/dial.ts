import { connect as connectTcp, type Socket } from "node:net";
import { connect as connectTls } from "node:tls";
import { isIP } from "node:net";

/** A plain connection to one address. Tests put their own servers behind addresses that they invent. */
export type Dial = (to: { address: string; port: number }) => Socket;

export const dial: Dial = ({ address, port }) => connectTcp({ host: address, port, noDelay: true });

export type Line = {
  /** Checked before; tried one after another. */
  readonly addresses: readonly string[];
  readonly port: number;
  /** The name whose certificate is asked for; null for http. */
  readonly securedAs: string | null;
  /** Certificate authorities instead of the machine's own. */
  readonly authorities?: readonly string[] | undefined;
  readonly connectMs: number;
  readonly signal: AbortSignal;
  readonly dial: Dial;
};

/**
 * A connection to the first address that takes one. Only names go over to TLS, which verifies the
 * certificate for the name that was asked for, whichever address answers.
 */
export async function openLine(line: Line): Promise<Socket> {
  let failure: unknown = new Error("There is no address.");
  for (const address of line.addresses) {
    try {
      return await openTo(address, line);
    } catch (error) {
      line.signal.throwIfAborted();
      failure = error;
      if (!isOfTheLine(error)) break;
    }
  }
  throw failure;
}

async function openTo(address: string, line: Line): Promise<Socket> {
  const signal = AbortSignal.any([line.signal, AbortSignal.timeout(line.connectMs)]);
  const plain = line.dial({ address, port: line.port });
  // What becomes of it is told by the promises below, or by whoever the line is handed to.
  plain.on("error", () => undefined);
  try {
    await once(plain, "connect", signal);
    if (line.securedAs === null) return plain;
    const host = line.securedAs;
    const secured = connectTls({
      socket: plain,
      host,
      ALPNProtocols: ["http/1.1"],
      // Whatever the environment says.
      rejectUnauthorized: true,
      ...(isIP(host) === 0 && { servername: host }),
      ...(line.authorities !== undefined && { ca: [...line.authorities] }),
    });
    secured.on("error", () => undefined);
    await once(secured, "secureConnect", signal);
    return secured;
  } catch (error) {
    plain.destroy();
    throw error;
  }
}

function once(socket: Socket, event: "connect" | "secureConnect", signal: AbortSignal) {
  return new Promise<void>((resolve, reject) => {
    const end = (settle: () => void) => {
      socket.off("error", failed).off("close", closed).off(event, done);
      signal.removeEventListener("abort", aborted);
      settle();
    };
    const done = () => end(resolve);
    const failed = (error: Error) => end(() => reject(error));
    const closed = () => end(() => reject(withCode("ECONNRESET")));
    const aborted = () => end(() => reject(withCode("ETIMEDOUT")));
    socket.once(event, done).once("error", failed).once("close", closed);
    signal.addEventListener("abort", aborted, { once: true });
    if (signal.aborted) aborted();
  });
}

/** The next address is tried after what lies at the line, not after a certificate that is wrong. */
function isOfTheLine(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return /^(ECONN|EHOST|ENET|ETIMEDOUT|EADDR|EPIPE|EACCES|EPERM|EINVAL|EAFNOSUPPORT)/.test(code);
}

function withCode(code: string): Error {
  return Object.assign(new Error(code), { code });
}
