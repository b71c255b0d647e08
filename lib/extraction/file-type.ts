import { z } from "zod";
import { detectMediaType, MediaType, WHAT_IS_READ } from "#lib/cleanup/media-type.ts";
import { DomainError } from "#lib/errors.ts";
import { judgeMail } from "./mail-type.ts";
import { judgeZip } from "./zip-type.ts";

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

/**
 * What kind of file some bytes are. The content decides; what is declared and the name's ending count
 * only among kinds of text. Refused ("media-type"), with what to do instead: every kind that cannot be
 * read. An archive is refused too; ask isArchive() before.
 */
export function detectFileType(
  bytes: Uint8Array,
  hints: { name?: string | undefined; mediaType?: string | undefined } = {},
): FileType {
  const head = Buffer.from(bytes.subarray(0, 1_024)).toString("latin1");
  if (isPdf(head)) return "application/pdf";
  if (head.startsWith("PK\u0003\u0004") || head.startsWith("PK\u0005\u0006"))
    return judgeZip(bytes);
  refuseKnown(bytes, head, hints.name ?? "");
  return judgeMail(bytes, hints) ?? detectMediaType(bytes, hints);
}

/** Some programs put bytes before the mark, and readers look for it in the first kilobyte; a text may speak of it. */
function isPdf(head: string): boolean {
  if (/^\s*%PDF-\d/.test(head)) return true;
  return /%PDF-\d\.\d[\r\n]+%[\u0080-\u00ff]{3}/.test(head);
}

/** Files that are refused by how they begin, each mark with its place: what they are, and what to do. */
const SIGNATURES: readonly (readonly [number, readonly string[], string])[] = [
  [
    0,
    ["{\\rtf"],
    "This is a rich-text document (RTF). Save it as DOCX, ODT or PDF, and bring in that.",
  ],
  [0, ["\u0089PNG"], picture("PNG")],
  [0, ["\u00ff\u00d8\u00ff"], picture("JPEG")],
  [0, ["GIF87a", "GIF89a"], picture("GIF")],
  [0, ["II*\u0000", "MM\u0000*"], picture("TIFF")],
  [8, ["WEBPVP8"], picture("WebP")],
  [4, ["ftypavif", "ftyphei", "ftypmif1", "ftypmsf1"], picture("HEIF")],
  [8, ["WAVEfmt "], sound("sound")],
  [4, ["ftypM4A"], sound("sound")],
  [0, ["ID3\u0002", "ID3\u0003", "ID3\u0004", "OggS\u0000", "fLaC\u0000"], sound("sound")],
  [0, ["\u00ff\u00fb", "\u00ff\u00f3", "\u00ff\u00f2"], sound("sound")],
  [4, ["ftyp"], sound("video")],
  [8, ["AVI LIST"], sound("video")],
  [0, ["\u001aE\u00df\u00a3"], sound("video")],
  [0, ["\u001f\u008b"], packed("gzip")],
  [0, ["7z\u00bc\u00af"], packed("7-Zip")],
  [0, ["Rar!\u001a"], packed("RAR")],
  [257, ["ustar"], packed("tar")],
  [0, ["BZh91AY", "\u00fd7zXZ", "\u0028\u00b5\u002f\u00fd"], packed("packed")],
  [0, ["\u007fELF", "MZ\u0090\u0000"], `This is a program; ${WHAT_IS_READ}`],
  [0, ["SQLite format 3"], `This is a database; ${WHAT_IS_READ}`],
  [0, ["%!PS-Adobe"], "This is a PostScript file. Turn it into a PDF, and bring in that."],
];

function refuseKnown(bytes: Uint8Array, head: string, name: string): void {
  if (head.startsWith("\u00d0\u00cf\u0011\u00e0")) throw refusal(oldOffice(bytes, name));
  const known = SIGNATURES.find(([at, marks]) => marks.some((mark) => head.startsWith(mark, at)));
  if (known) throw refusal(known[2]);
}

/** Word, Excel, PowerPoint and Outlook once shared one kind of file; locked new documents still do. */
function oldOffice(bytes: Uint8Array, name: string): string {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const has = (words: string) => content.includes(Buffer.from(words, "utf16le"));
  if (has("EncryptedPackage")) {
    return "This document is locked with a password. Save a copy without one, and bring in that.";
  }
  if (has("__substg1.0_") || /\.msg$/i.test(name)) {
    return "This is a message of Outlook (.msg). Save it as EML, HTML or PDF, and bring in that.";
  }
  if (has("Workbook") || /\.xls$/i.test(name)) {
    return "This is an old Excel workbook (.xls). Save its sheet as CSV, and bring that in as a table.";
  }
  if (has("PowerPoint Document") || /\.pps?t?$/i.test(name)) {
    return "This is an old PowerPoint presentation. Save it as PDF, and bring in that.";
  }
  return "This is an old Word document (.doc). Save it as DOCX, ODT or PDF, and bring in that.";
}

function picture(kind: string): string {
  return `This is a picture (${kind}), and pictures hold no text that could be read. Type its words out and paste them.`;
}

function sound(kind: "sound" | "video"): string {
  return `This is a ${kind} recording. Bring in its transcript.`;
}

function packed(kind: string): string {
  const article = kind === "packed" ? "a packed file" : `a ${kind} archive`;
  return `This is ${article}. Unpack it and bring in what is inside, or pack that as ZIP.`;
}

function refusal(sentence: string): DomainError {
  return new DomainError("media-type", sentence);
}
