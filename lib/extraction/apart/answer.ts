import type { ErrorCode } from "#lib/errors.ts";
import type { Extracted } from "../extracted.ts";

/** What a child says of a file. */
export type Answer =
  | { readonly kind: "extracted"; readonly extracted: Extracted }
  | {
      readonly kind: "refused";
      readonly code: ErrorCode;
      readonly message: string;
      readonly fields: Readonly<Record<string, string>>;
      readonly detail: Readonly<Record<string, unknown>>;
    }
  /** The parser broke off in a way that nobody foresaw. */
  | { readonly kind: "failed"; readonly message: string };
