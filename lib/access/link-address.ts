import { readEnv } from "#lib/env.ts";

/** The full address of a one-time link, as it is copied and sent. */
export function linkAddress(kind: "link" | "invitation" | "first-owner", token: string): string {
  return `${readEnv().publicUrl}/${kind}/${token}`;
}
