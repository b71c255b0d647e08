import type { RefusedFile } from "./upload-storage.ts";

/** An upload that goes on in this browser. */
export type Sending = {
  readonly id: string;
  readonly projectId: string;
  readonly name: string;
  readonly total: number;
  /** Files that the server has, or would not take. */
  readonly settled: number;
  readonly refused: readonly RefusedFile[];
  readonly state: SendingState;
  /** What stands in the way, in a sentence. */
  readonly problem: string | null;
  /** False where the browser had no room: a reload would lose what is not sent. */
  readonly isKept: boolean;
};

export type SendingState =
  | "sending"
  | "paused"
  /** The network is away, or the server cannot answer now; it goes on by itself. */
  | "waiting"
  | "signed-out"
  /** Another tab of this browser sends it. */
  | "elsewhere"
  /** The server will have none of it. */
  | "stopped";
