import type { Env } from "#lib/env.ts";
import type { Holder, Purpose } from "./holder.ts";
import type { Migration } from "./migration-folder.ts";

export type OpenOptions = {
  env: Pick<Env, "dataFolder" | "databaseUrl">;
  /** The app serves; everything else is a command. */
  purpose: Purpose;
  /** Takes sentences for whoever started this. */
  onNotice?: (sentence: string) => void;
  /** Other migrations than the code's, for tests. */
  migrations?: readonly Migration[];
  /** More settings for the embedded server, as `name=value`. */
  serverSettings?: readonly string[];
};

/** What the two kinds of database have in common once they are open. */
export type Session = {
  url: string;
  holder: Holder;
  /** Call back when the first holder's connection is lost, or was lost already. */
  watch(onLost: () => void): void;
  /** A new holder after the connection was lost; rejects while that is not possible. */
  regain(onLost: () => void): Promise<Holder>;
  /** The holder is null when it was lost and could not be regained. */
  leave(holder: Holder | null): Promise<void>;
};

export type Opening = OpenOptions & { migrations: readonly Migration[]; signal: AbortSignal };

/** A loss that may happen before anybody listens. */
export function lossOf(): { happened: () => void; watch: (onLost: () => void) => void } {
  let isLost = false;
  let tell: (() => void) | undefined;
  return {
    happened: () => {
      isLost = true;
      tell?.();
    },
    watch: (onLost) => {
      tell = onLost;
      if (isLost) onLost();
    },
  };
}
