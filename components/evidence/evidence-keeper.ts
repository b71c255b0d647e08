import type { Evidence, EvidenceInput } from "#lib/evidence/model.ts";
import type { EvidenceFields } from "./evidence-draft.ts";

/** Evidence as it was written: made on a version of it, or new. */
export type WrittenEvidence = {
  readonly id: string;
  readonly input: EvidenceInput;
  readonly base: number | null;
  /** Of the article that holds a passage. */
  readonly articleTitle: string;
};

/** What became of it. */
export type KeptEvidence =
  | { kind: "kept" }
  | {
      kind: "failed";
      message: string;
      fields: EvidenceFields;
      /** What stands there instead, when somebody has changed it. */
      current: Evidence | null;
    };

/** Where evidence goes that a person writes or takes away: the server, or the desk's outbox before it. */
export type EvidenceKeeper = {
  put(written: WrittenEvidence): KeptEvidence | Promise<KeptEvidence>;
  takeAway(item: Evidence): void;
};
