import { type NextRequest, NextResponse } from "next/server";
import { readEnv } from "#lib/env.ts";

/**
 * Every page gets a Content-Security-Policy with a number used once: only scripts that carry it,
 * and what they load, may run. Next puts it on its own scripts; the layout hands it to the rest.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = btoa(crypto.randomUUID());
  const policy = contentSecurityPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  // So that whoever has to sign in first comes back to where they were.
  headers.set("x-onrecord-path", `${request.nextUrl.pathname}${request.nextUrl.search}`);
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  if (isPublicOverHttps()) {
    response.headers.set("strict-transport-security", "max-age=31536000");
  }
  return response;
}

/** Pages only: data has a policy of its own (next.config.ts), and static files need none. */
export const config = {
  matcher: ["/((?!api/|_next/static|_next/image|favicon.ico).*)"],
};

function contentSecurityPolicy(nonce: string): string {
  // React's development build makes its stack traces with eval.
  const development = process.env.NODE_ENV === "development";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    // Style elements need the number; the development server's own do not carry one.
    development
      ? "style-src-elem 'self' 'unsafe-inline'"
      : `style-src-elem 'self' 'nonce-${nonce}'`,
    // Positions of cards and menus are style attributes in the served page.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(isPublicOverHttps() ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}

function isPublicOverHttps(): boolean {
  return readEnv().publicUrl.startsWith("https:");
}
