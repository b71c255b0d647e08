import { DomainError } from "#lib/errors.ts";

/**
 * A message or a saved page of several parts (MHTML), which both begin with the header fields of mail;
 * null for everything else. Refused ("media-type"): a mailbox of several messages.
 */
export function judgeMail(
  bytes: Uint8Array,
  hints: { name?: string | undefined; mediaType?: string | undefined } = {},
): "message/rfc822" | "multipart/related" | null {
  const head = Buffer.from(bytes.subarray(0, 65_536)).toString("latin1");
  const fields = fieldsOf(
    head.replace(/^(?:\u00ef\u00bb\u00bf)?(?:\r?\n)*(?:>?From .*\r?\n)?/, ""),
  );
  if (fields === null) return null;
  const isNamed = /\.(?:eml|mht|mhtml)$/i.test(hints.name ?? "");
  const isDeclared = /^\s*(?:message\/rfc822|multipart\/related|application\/x-mimearchive)/i.test(
    hints.mediaType ?? "",
  );
  const known = SURE.filter((name) => fields.has(name)).length;
  const usual = USUAL.filter((name) => fields.has(name)).length;
  // An essay may begin "Subject: …"; only fields that people do not type make a message of a text.
  if (!(known >= 1 && known + usual >= 2) && !((isNamed || isDeclared) && known + usual >= 1)) {
    return null;
  }
  if (isSavedPage(fields, hints.name ?? "")) return "multipart/related";
  refuseMailbox(head);
  return "message/rfc822";
}

const SURE = [
  "mime-version",
  "message-id",
  "received",
  "return-path",
  "dkim-signature",
  "x-mailer",
];
const USUAL = ["from", "to", "subject", "date", "content-type", "reply-to", "sender"];

/** The fields before the first empty line, in lower case; null where something else stands there. */
function fieldsOf(head: string): ReadonlyMap<string, string> | null {
  const fields = new Map<string, string>();
  let last = "";
  for (const line of head.split(/\r\n|\n|\r/)) {
    if (line === "") break;
    if (/^[ \t]/.test(line) && last !== "") {
      fields.set(last, `${fields.get(last) ?? ""} ${line.trim()}`);
      continue;
    }
    const field = /^([!-9;-~]{1,80}):(.*)$/.exec(line);
    if (!field?.[1]) return null;
    last = field[1].toLowerCase();
    if (!fields.has(last)) fields.set(last, field[2]?.trim() ?? "");
  }
  return fields.size > 0 ? fields : null;
}

/** Browsers write a page as a message that nobody sent. */
function isSavedPage(fields: ReadonlyMap<string, string>, name: string): boolean {
  if (fields.has("snapshot-content-location")) return true;
  if (/<saved by /i.test(fields.get("from") ?? "")) return true;
  const isRelated = /^multipart\/related/i.test(fields.get("content-type") ?? "");
  const wasSent = fields.has("received") || fields.has("to") || fields.has("message-id");
  return (isRelated && !wasSent) || (/\.mht(?:ml)?$/i.test(name) && !wasSent);
}

function refuseMailbox(head: string): void {
  if (!head.startsWith("From ")) return;
  if (!/\n\r?\nFrom \S[^\r\n]*\d{4}\r?\n[!-9;-~]+:/.test(head)) return;
  throw new DomainError(
    "media-type",
    "This is a mailbox of several messages. Save each message as EML, and bring in those.",
  );
}
