import { z } from "zod";
import { detectMediaType, MediaType } from "#lib/cleanup/media-type.ts";

/** Every kind of file that can be read, by its media type. */
export const FileType = z.enum([
  ...MediaType.options,
  "multipart/related",
  "message/rfc822",
  "application/pdf",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  "application/vnd.oasis.opendocument.text",
]);
export type FileType = z.infer<typeof FileType>;

/** What kind of file some bytes are. */
export function detectFileType(
  bytes: Uint8Array,
  hints: { name?: string | undefined; mediaType?: string | undefined } = {},
): FileType {
  return detectMediaType(bytes, hints);
}
