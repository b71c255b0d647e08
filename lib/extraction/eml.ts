import PostalMime, { type Address, type Email } from "postal-mime";
import { statedWords } from "#lib/cleanup/metadata.ts";
import { statedDate } from "#lib/cleanup/stated-date.ts";
import { DomainError } from "#lib/errors.ts";
import { cleanDocument, escapeHtml } from "./clean-document.ts";
import type { Extracted } from "./extracted.ts";

export const EML_EXTRACTOR = { name: "onrecord-eml", version: "1 (postal-mime 4.0.0)" };

/**
 * Text of a message: its subject, its body (as HTML where it has both), and the names of what is
 * attached. The sender is the byline, and the date of sending that of publication.
 *
 * Refused ("invalid"): a message that is locked, damaged or has no words in it.
 */
export async function readEml(bytes: Uint8Array): Promise<Extracted> {
  const mail = await parse(bytes);
  refuseLocked(mail);
  const subject = statedWords(mail.subject);
  const body = bodyOf(mail);
  if (body === null) throw new DomainError("invalid", nothingIn(mail));
  const extracted = cleanDocument(
    `${subject ? `<h1>${escapeHtml(subject)}</h1>` : ""}${body}${attachmentsOf(mail)}`,
    {
      mediaType: "message/rfc822",
      details: {
        title: subject,
        byline: senderOf(mail.from ?? mail.sender),
        published: statedDate(mail.date),
      },
      extractor: EML_EXTRACTOR,
    },
  );
  return extracted;
}

async function parse(bytes: Uint8Array): Promise<Email> {
  try {
    return await PostalMime.parse(bytes, { forceRfc822Attachments: true, maxNestingDepth: 50 });
  } catch {
    throw new DomainError("invalid", "This message is damaged and cannot be read.");
  }
}

function refuseLocked(mail: Email): void {
  const isLocked = mail.attachments.some(({ mimeType }) =>
    /^application\/(?:pgp-encrypted|(?:x-)?pkcs7-mime)$/.test(mimeType),
  );
  if (!isLocked || mail.html?.trim() || mail.text?.trim()) return;
  throw new DomainError(
    "invalid",
    "This message is encrypted. Open it in your mail program, and paste its words.",
  );
}

/** HTML without its head; plain text as paragraphs, its line breaks kept. */
function bodyOf(mail: Email): string | null {
  if (mail.html && /[^\s]/.test(mail.html.replace(/<[^>]*>/g, ""))) {
    return mail.html.replace(
      /<\/?(?:html|body)\b[^>]*>|<!doctype[^>]*>|<title\b[\s\S]*?<\/title\s*>/gi,
      "",
    );
  }
  const text = mail.text?.replaceAll("\r\n", "\n").trim();
  if (!text) return null;
  return text
    .split(/\n\s*\n/)
    .map((part) => (part.startsWith(">") ? quoted(part) : `<p>${lines(part)}</p>`))
    .join("\n");
}

function quoted(part: string): string {
  return `<blockquote><p>${lines(part.replace(/^>+ ?/gm, ""))}</p></blockquote>`;
}

/** Mail programs break plain text at some 76 characters; a break in a longer line, or after a short one, was meant. */
function lines(part: string): string {
  const all = part.split("\n").map((line) => line.trimEnd());
  const isWrapped = all.slice(0, -1).every((line) => line.length >= 55 && line.length <= 80);
  return all.map(escapeHtml).join(isWrapped ? " " : "<br>");
}

function attachmentsOf(mail: Email): string {
  const names = mail.attachments
    .filter(({ related, disposition }) => !related && disposition !== "inline")
    .map(({ filename, mimeType }) => statedWords(filename, 200) ?? mimeType);
  if (names.length === 0) return "";
  return `<footer>Attached: ${escapeHtml(names.join(", "))}</footer>`;
}

function nothingIn(mail: Email): string {
  const count = mail.attachments.length;
  if (count === 0) return "There is no text in this message.";
  return "There is no text in this message itself. Save what is attached to it, and bring in that.";
}

function senderOf(from: Address | undefined): string | null {
  if (!from) return null;
  return statedWords(from.name, 200) ?? statedWords(from.address, 200);
}
