/** The most text that one article may have; the server has the same limit and the last word. */
export const PASTE_LIMIT_BYTES = 10 * 1024 * 1024;

/** Why a text need not be sent at all, or null when the server may look at it. */
export function refusePaste(bytes: number): string | null {
  if (bytes <= PASTE_LIMIT_BYTES) return null;
  return `It holds ${(bytes / 1024 / 1024).toFixed(1)} MB; an article may have up to 10 MB of text.`;
}

/** Whether nothing but one address was pasted. */
export function isAddress(text: string): boolean {
  return /^https?:\/\/\S+$/i.test(text.trim());
}
