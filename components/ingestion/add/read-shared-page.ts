import { z } from "zod";
import { readAddress } from "#lib/ingestion/address.ts";
import { countShownText } from "./count-shown-text.ts";

/** A page as somebody had it in front of them. */
export type SharedPage = {
  readonly address: string;
  readonly title: string | null;
  readonly html: Blob;
  /** Characters of text in it, menus and all. */
  readonly characters: number;
};

/** Most bytes of a page, as UTF-8. */
const MOST_BYTES = 10 * 1024 * 1024;

const Message = z.object({ url: z.string(), title: z.string().catch(""), html: z.string() });

/**
 * Read what the window that opened the share page sent. Null for what is no page, and for a page of
 * another site than the sender's own (`origin`, as the browser tells it). A page of more than 10 MB and
 * one without any text are refused with a sentence.
 */
export function readSharedPage(
  data: unknown,
  origin: string,
): SharedPage | { readonly problem: string } | null {
  const message = Message.safeParse(data);
  if (!message.success) return null;
  const { url, title, html } = message.data;
  const read = readAddress(url);
  if ("problem" in read || new URL(read.address).origin !== origin) return null;
  // No character takes less than a byte: a giant is refused before it is copied.
  const page = html.length > MOST_BYTES ? null : new Blob([html]);
  if (page === null || page.size > MOST_BYTES) return { problem: TOO_LARGE };
  const characters = countShownText(html);
  if (characters === 0) return { problem: EMPTY };
  return {
    address: read.address,
    title: title.trim().slice(0, 300) || null,
    html: page,
    characters,
  };
}

const TOO_LARGE =
  "The page in front of you is larger than 10 MB, and was not taken over. Send its address, or paste its text.";
const EMPTY = "The page in front of you holds no text. Its address can be sent.";
