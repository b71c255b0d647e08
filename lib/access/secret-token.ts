import { createHash, randomBytes } from "node:crypto";

/** A token that cannot be guessed: 32 random bytes, as 43 characters that are safe in an address. */
export function makeSecretToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What is kept of a token: its SHA-256 in hex. A random token needs no slow hash. */
export function hashSecretToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
