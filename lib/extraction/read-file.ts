import { DomainError } from "#lib/errors.ts";
import { readDocx } from "./docx.ts";
import { readEml } from "./eml.ts";
import type { Extracted, RawInput } from "./extracted.ts";
import { detectFileType } from "./file-type.ts";
import { readMhtml } from "./mhtml.ts";
import { readOdt } from "./odt.ts";
import { readPdf } from "./pdf/read-pdf.ts";
import { readText } from "./read-text.ts";

/** More than any article has: a book of a thousand pages has some twenty thousand. */
const MOST_BLOCKS = 200_000;

/**
 * Reads any kind of file, without limits of time and memory: extract() does that, apart. Refused
 * ("too-large"): a text in so many pieces that nobody could store, draw or compare them.
 */
export async function readFile(input: RawInput): Promise<Extracted> {
  const extracted = await readAny(input);
  if (extracted.blocks.length <= MOST_BLOCKS) return extracted;
  throw new DomainError(
    "too-large",
    `This has more than ${MOST_BLOCKS.toLocaleString("en")} paragraphs. Divide it, and bring in the parts.`,
    { detail: { limit: MOST_BLOCKS } },
  );
}

async function readAny(input: RawInput): Promise<Extracted> {
  if ("text" in input) return readText(input);
  const { bytes } = input;
  const mediaType = detectFileType(bytes, input);
  switch (mediaType) {
    case "application/pdf":
      return readPdf(bytes);
    case "application/vnd.openxmlformats-officedocument.wordprocessingml.document":
      return readDocx(bytes);
    case "application/vnd.oasis.opendocument.text":
      return readOdt(bytes);
    case "message/rfc822":
      return readEml(bytes);
    case "multipart/related":
      return readMhtml(bytes);
    default:
      return readText({ ...input, mediaType });
  }
}
