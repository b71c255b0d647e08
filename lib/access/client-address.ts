import type { Env } from "#lib/env.ts";

/** Our own server writes the address of the connection here, over whatever a client sent. */
export const PEER_HEADER = "x-onrecord-peer";

/**
 * The address that a request comes from; null when it is not known. Behind proxies of ours it is the
 * one that the outermost of them saw: what stands before it in X-Forwarded-For, anybody may write.
 */
export function clientAddress(
  headers: Pick<Headers, "get">,
  env: Pick<Env, "trustedProxies">,
): string | null {
  const forwarded = (headers.get("x-forwarded-for") ?? "")
    .split(",")
    .map((address) => address.trim())
    .filter(Boolean);
  if (env.trustedProxies > 0) return forwarded.at(-env.trustedProxies) ?? null;
  return headers.get(PEER_HEADER) ?? forwarded.at(-1) ?? null;
}
