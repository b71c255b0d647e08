import chardet from "chardet";
import iconv from "iconv-lite";
import yauzl, { type Entry } from "yauzl";

/** An entry's path as its packer meant it, with slashes and without steps that lead nowhere. */
export function entryPath(entry: Entry): { path: string; isFolder: boolean } {
  const name = decodeName(entry)
    .replaceAll("\\", "/")
    .replace(/\p{Cc}/gu, "�");
  const path = name
    .split("/")
    .filter((part) => part !== "" && part !== ".")
    .join("/")
    .normalize("NFC");
  return { path: path || "(without a name)", isFolder: name.endsWith("/") };
}

/**
 * A ZIP says that a name is UTF-8, or says nothing. Then it is code page 437 by the book, but what the
 * packer's system used in fact: UTF-8 nearly always, else what the bytes look like.
 */
function decodeName({ generalPurposeBitFlag, fileNameRaw, extraFields }: Entry): string {
  const strict = strictUtf8(fileNameRaw);
  const isStated = (generalPurposeBitFlag & 0x800) !== 0;
  if (isStated || strict !== null) return strict ?? fileNameRaw.toString("utf8");
  const unicode = extraFields.some(({ id }) => id === 0x7075);
  if (unicode)
    return yauzl.getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, true);
  const guessed = fileNameRaw.length > 12 ? chardet.detect(fileNameRaw) : null;
  const isEastern =
    guessed !== null && /^(?:shift_jis|euc-|gb|big5|windows-1251|koi8)/i.test(guessed);
  return iconv.decode(fileNameRaw, isEastern && iconv.encodingExists(guessed) ? guessed : "cp437");
}

function strictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
