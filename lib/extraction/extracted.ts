import type { Cleaned } from "#lib/cleanup/clean.ts";
import type { MediaType } from "#lib/cleanup/media-type.ts";
import type { FileType } from "./file-type.ts";

/** A file as it came, or a text that was pasted. */
export type RawInput =
  | {
      readonly bytes: Uint8Array;
      /** The file's name; its ending is a hint, the content decides. */
      readonly name?: string | undefined;
      /** What the sender says it is; believed only where the content does not say otherwise. */
      readonly mediaType?: string | undefined;
      /** The encoding that the sender declares. */
      readonly charset?: string | undefined;
    }
  | { readonly text: string; readonly mediaType: MediaType };

/** What made a text out of bytes: kept with every revision, since another version may yield another text. */
export type Extractor = { readonly name: string; readonly version: string };

/** A file's canonical text, its blocks, and what the file states about itself. */
export type Extracted = Omit<Cleaned, "mediaType"> & {
  readonly mediaType: FileType;
  readonly extractor: string;
  readonly extractorVersion: string;
};
