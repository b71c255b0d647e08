import type { ReadingPaneHandle } from "#components/editor/reading-pane.tsx";
import type { KeyChanges } from "./commands/keymap.ts";
import type { DeskData } from "./desk-data.ts";
import type { Change } from "./outbox/change.ts";
import type { OwnSettings } from "./own-settings.ts";
import type { DeskState } from "./state/desk-state.ts";
import type { Held } from "./state/held.ts";
import type { Store } from "./state/store.ts";
import type { Standing } from "./steps/left-behind.ts";
import type { Step, Steps } from "./steps/step.ts";

/** The desk of one article: what it shows, and the ways to change it. Actions take it first. */
export type Desk = {
  readonly data: DeskData;
  readonly store: Store<DeskState>;
  /** The text on the page; null until it is drawn. */
  readonly pane: { readonly current: ReadingPaneHandle | null };
  show(pane: ReadingPaneHandle | null): void;
  readonly newId: () => string;
  /** Makes some changes as one step that can be undone as one. */
  perform(label: string, changes: readonly Change[]): void;
  /** Makes changes that are themselves an undoing: no new step. */
  change(changes: readonly Change[]): void;
  steps(): Steps;
  /** Keeps these steps, here and in the browser's database. */
  keepSteps(steps: Steps): void;
  /** The step with what stands now at all that it touches. */
  withLeft(step: Omit<Step, "left">): Step;
  standing(): Standing;
  /** Asks the server for withdrawn annotations that changes are to write again; false without an answer. */
  bringBack(ids: readonly string[]): Promise<boolean>;
  /** Says something in the status line, and aloud to those who listen; keys in braces as the reader has them. */
  say(text: string, isProblem?: boolean): void;
  keepMine(id: string): void;
  /** Lets go of the reader's changes; the card shows what the server holds. */
  takeTheirs(id: string): Promise<void>;
  retry(): void;
  /** What the server sent anew. */
  receive(data: DeskData): void;
  /**
   * Notes what others have done. `note` writes it into what the server is known to hold, and names the
   * things that it touched; the reader's own changes stay laid over it.
   */
  learn(note: (held: Held) => Learned): void;
  /** Changes keys of the reader's, here and on their other machines. */
  changeKeys(changes: KeyChanges): void;
  shareActiveTime: OwnSettings["shareActiveTime"];
  start(): () => void;
};

/** What was noted of others' work, and what else is to be shown. */
export type Learned = {
  readonly touched: ReadonlySet<string>;
  readonly shown?: Partial<DeskState>;
  readonly data?: Partial<DeskData>;
};
