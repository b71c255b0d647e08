import type { Desk } from "#components/desk/model.ts";
import { readAll } from "#components/http/read-all.ts";
import type { Announcement } from "#lib/realtime/model.ts";
import { newsWords } from "./news-words.ts";

/** The reader's own last message is left to stand this long. */
const OWN_MESSAGE_MS = 4_000;
const PAUSE_MS = 600;

/** Says in the status line what others did: seldom, in one sentence, and never over what is being read. */
export function newsTeller(desk: Desk): {
  tell(announcements: readonly Announcement[]): void;
  stop(): void;
} {
  let waiting: Announcement[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let names: ReadonlyMap<string, string> | null = null;
  let { message } = desk.store.get();
  let saidAt = 0;
  let isSaying = false;
  const stopWatching = desk.store.subscribe(() => {
    const now = desk.store.get().message;
    if (now === message) return;
    message = now;
    if (!isSaying) saidAt = Date.now();
  });

  function later(): void {
    clearTimeout(timer);
    timer = setTimeout(() => void say(), PAUSE_MS);
  }

  async function say(): Promise<void> {
    if (Date.now() - saidAt < OWN_MESSAGE_MS || desk.store.get().message?.isProblem) {
      // A problem stays until the reader has dealt with it; what others did shows itself.
      if (desk.store.get().message?.isProblem) waiting = [];
      if (waiting.length > 0) later();
      return;
    }
    const told = waiting;
    waiting = [];
    const people = new Set(told.flatMap(({ by }) => by ?? []));
    names ??= namesIn(desk);
    if ([...people].some((id) => !names?.has(id))) names = await allNames(desk, names);
    const words = newsWords(told, (id) => names?.get(id) ?? null);
    if (!words) return;
    isSaying = true;
    desk.say(words);
    isSaying = false;
  }

  return {
    tell(announcements) {
      if (announcements.length === 0) return;
      waiting.push(...announcements);
      later();
    },
    stop() {
      clearTimeout(timer);
      stopWatching();
    },
  };
}

function namesIn({ store }: Desk): Map<string, string> {
  const { annotations, live } = store.get();
  const people = [
    ...[...annotations.values()].map(({ author }) => author),
    ...live.readers.map(({ user }) => user),
  ];
  return new Map(people.map(({ id, name }) => [id, name]));
}

async function allNames(
  desk: Desk,
  known: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, string>> {
  type Member = { id: string; name: string };
  const answer = await readAll<Member>(`/projects/${desk.data.project.id}/members`);
  if (answer.kind !== "done") return known;
  return new Map([...known, ...answer.body.map(({ id, name }) => [id, name] as const)]);
}
