import { sliceCodePoints } from "#lib/text/offsets.ts";
import type { Extracted } from "../extracted.ts";

/** Each block in short: its words, with its kind and its boilerplate where they are not the usual. */
export function told(extracted: Extracted): string[] {
  return extracted.blocks.map(({ kind, boilerplate, start, end }) => {
    const words = sliceCodePoints(extracted.text, start, end);
    const marks = [kind === "paragraph" ? "" : kind, boilerplate ?? ""].filter(Boolean).join(" ");
    return marks === "" ? words : `${marks}: ${words}`;
  });
}

/** What must hold of every extraction, whatever the file: see INTERFACES. */
export function whatIsWrong({ text, blocks }: Extracted): string[] {
  const wrong: string[] = [];
  const isCanonical =
    text === text.normalize("NFC") && !/[\r\ufeff]/.test(text) && !text.includes("\u0000");
  if (!isCanonical) wrong.push("The text is not canonical.");
  const points = [...text];
  let last = 0;
  for (const { start, end } of blocks) {
    if (start < last || end <= start || end > points.length) wrong.push(`Block ${start}-${end}`);
    if (points.slice(last, start).join("").trim() !== "") wrong.push(`No block from ${last}`);
    if (/^\s|\s$/.test(points.slice(start, end).join(""))) wrong.push(`Blank at ${start}-${end}`);
    last = end;
  }
  if (points.slice(last).join("").trim() !== "") wrong.push(`No block from ${last}`);
  return wrong;
}
