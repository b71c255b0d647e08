/** How a text came here, in words: "From an address", "A file". */
export function originWords(kind: string): string {
  return ORIGINS[kind] ?? kind;
}

const ORIGINS: Readonly<Record<string, string>> = {
  file: "A file",
  paste: "Pasted",
  api: "Sent by a program",
  address: "Fetched from an address",
  feed: "Fetched from a feed",
  table: "A row of a table",
};

/** What kind of file it was, in words. */
export function kindWords(mediaType: string): string {
  return KINDS[mediaType] ?? mediaType;
}

const KINDS: Readonly<Record<string, string>> = {
  "text/plain": "Plain text",
  "text/html": "HTML",
  "text/markdown": "Markdown",
  "multipart/related": "Saved page (MHTML)",
  "message/rfc822": "E-mail",
  "application/pdf": "PDF",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "Word document",
  "application/vnd.oasis.opendocument.text": "OpenDocument text",
};

/** A size for people: "12 KB", "3.4 MB". */
export function sizeWords(bytes: number): string {
  if (bytes < 1024) return bytes === 1 ? "1 byte" : `${bytes} bytes`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024).toLocaleString("en")} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
