/**
 * Where to go after signing in: a path of ours, never another site. What is no such path becomes the
 * first page.
 */
export function safeReturn(path: string | null | undefined): string {
  if (!path?.startsWith("/") || !URL.canParse(path, HERE)) return "/";
  const url = new URL(path, HERE);
  if (url.origin !== HERE || /^\/(api|sign-in|sign-out|link|first-owner)(\/|$)/.test(url.pathname))
    return "/";
  // What was read is what is returned: `/\evil.example` and `//evil.example` are other sites to browsers.
  return url.pathname.startsWith("//") ? "/" : url.pathname + url.search + url.hash;
}

const HERE = "http://here.invalid";
