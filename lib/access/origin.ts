import type { Env } from "#lib/env.ts";
import { DomainError } from "#lib/errors.ts";

const SAFE_METHODS = ["GET", "HEAD", "OPTIONS"];

/**
 * Refuse what another site had a signed-in browser send. A change needs an Origin, and it must be
 * ours: the public address, or the host that the request itself was sent to (its scheme is not
 * known behind a proxy). That host cannot be lent: a cookie is only sent to the host that set it.
 */
export function refuseForeignOrigin(
  request: { method: string; headers: Pick<Headers, "get"> },
  env: Pick<Env, "publicUrl">,
): void {
  const origin = request.headers.get("origin");
  if (origin === null && SAFE_METHODS.includes(request.method)) return;
  if (origin !== null && isOwn(origin, request.headers.get("host"), env.publicUrl)) return;
  throw new DomainError(
    "origin",
    origin === null
      ? "A change by session cookie needs an Origin header. Programs send a token instead."
      : `This request comes from ${origin}, which is not the address of this installation (${env.publicUrl}). ` +
          "If it is, set ONRECORD_URL to it.",
  );
}

function isOwn(origin: string, host: string | null, publicUrl: string): boolean {
  if (origin === publicUrl) return true;
  if (!URL.canParse(origin)) return false;
  const { host: sentFrom } = new URL(origin);
  return host !== null && sentFrom === host.toLowerCase() && sentFrom !== new URL(publicUrl).host;
}
