import { readDocx } from "./docx.ts";
import { readEml } from "./eml.ts";
import type { Extracted, RawInput } from "./extracted.ts";
import { detectFileType } from "./file-type.ts";
import { readMhtml } from "./mhtml.ts";
import { readOdt } from "./odt.ts";
import { readPdf } from "./pdf/read-pdf.ts";
import { readText } from "./read-text.ts";

/** Reads any kind of file, without limits of time and memory: extract() does that, apart. */
export async function readFile(input: RawInput): Promise<Extracted> {
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
