const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const MOST_NAMES = 5_000;

/**
 * The names that a ZIP's directory lists, without unpacking anything; null for what is no ZIP. At most
 * the first 5,000. Only for telling one kind of file from another: what is unpacked goes through
 * archive.ts.
 */
export function zipNames(bytes: Uint8Array): readonly string[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === null) return null;
  const names: string[] = [];
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  while (names.length < Math.min(count, MOST_NAMES) && at + 46 <= view.byteLength) {
    if (view.getUint32(at, true) !== DIRECTORY_ENTRY) break;
    const length = view.getUint16(at + 28, true);
    names.push(Buffer.from(bytes.subarray(at + 46, at + 46 + length)).toString("latin1"));
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return names;
}

/** The directory's end stands before a comment of up to 65,535 bytes. */
function findEnd(view: DataView): number | null {
  const earliest = Math.max(0, view.byteLength - 22 - 65_535);
  for (let at = view.byteLength - 22; at >= earliest; at--) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  }
  return null;
}
