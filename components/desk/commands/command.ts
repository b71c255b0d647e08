import type { Desk } from "../model.ts";

export const COMMAND_GROUPS = ["Mark", "Attributes", "Change", "Move", "Show", "Article"] as const;
export type CommandGroup = (typeof COMMAND_GROUPS)[number];

/** Something that a key does. */
export type Command = {
  /** What it is called where keys are kept. */
  readonly id: string;
  /** As `aria-keyshortcuts` writes it; Control is Command on a Mac. The first is the one that is shown. */
  readonly keys: readonly [string, ...string[]];
  /** What it does, as a sentence begins. */
  readonly label: string;
  readonly group: CommandGroup;
  readonly run: (desk: Desk) => void;
};

/** The same in the table of its group. */
export type GroupedCommand = Omit<Command, "group">;

export function inGroup(
  group: CommandGroup,
  commands: readonly GroupedCommand[],
): readonly Command[] {
  return commands.map((command) => ({ ...command, group }));
}
