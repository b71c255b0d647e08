/** The most text that one article may have; the server has the same limit and the last word. */
export const UPLOAD_LIMIT_BYTES = 10 * 1024 * 1024;

/** What the file chooser offers. */
export const UPLOAD_ENDINGS = [".txt", ".html", ".htm", ".md", ".markdown"] as const;

/** Why a file need not be sent at all, or null when the server may look at it. */
export function refuseUpload(file: { name: string; size: number }): string | null {
  if (file.size > UPLOAD_LIMIT_BYTES) {
    return `It holds ${(file.size / 1024 / 1024).toFixed(1)} MB; an article may have up to 10 MB of text.`;
  }
  if (file.size === 0) return "There is no text in it.";
  const name = file.name.toLowerCase();
  if (!UPLOAD_ENDINGS.some((ending) => name.endsWith(ending))) {
    return "Only .txt, .html and .md files can be read.";
  }
  return null;
}
