import { v7 as uuidv7 } from "uuid";
import { versionIn } from "#components/threads/version-in.ts";
import { callApi } from "#components/http/call-api.ts";
import { askForDoubted } from "#components/live/ask-for-doubted.ts";
import type { ReadingPaneHandle } from "#components/editor/reading-pane.tsx";
import type { Annotation } from "#lib/annotations/model.ts";
import { withKeys } from "./commands/said-keys.ts";
import { ownSettings } from "./own-settings.ts";
import type { DeskData } from "./desk-data.ts";
import type { Desk } from "./model.ts";
import { isAnnotationChange } from "./outbox/change.ts";
import { outcomeOf } from "./outbox/answer.ts";
import { hadArrived } from "./outbox/had-arrived.ts";
import { askWhatBecame } from "./outbox/what-became.ts";
import { inverseOfAll } from "./outbox/inverse.ts";
import { laterKey } from "./outbox/later-key.ts";
import { createOutbox, type Outbox } from "./outbox/outbox.ts";
import { requestFor } from "./outbox/request.ts";
import { browserStorage } from "./outbox/storage.ts";
import { otherTabs, untilMyTurn } from "./outbox/tabs.ts";
import { initialState } from "./state/desk-state.ts";
import { heldAfter } from "./state/held-after.ts";
import { heldFrom, takeAnswer } from "./state/held.ts";
import { lay, touchedBetween } from "./state/lay.ts";
import { createStore } from "./state/store.ts";
import { leftBehind } from "./steps/left-behind.ts";
import { standingOf } from "./steps/standing.ts";
import { taken } from "./steps/step.ts";
import { browserSteps } from "./steps/storage.ts";

/** An answer that takes longer than this is asked for again: the line may be dead. */
const SENDING_MS = 20_000;

export function createDesk(opened: DeskData): Desk {
  let data = opened;
  const store = createStore(initialState(data));
  let held = heldFrom(data);
  let outbox: Outbox | null = null;
  const pane: { current: ReadingPaneHandle | null } = { current: null };
  const keptSteps = browserSteps(data.me.id, data.article.id);
  const own = ownSettings(data.me.id);

  const desk: Desk = {
    get data() {
      return data;
    },
    store,
    pane,
    show(handle) {
      pane.current = handle;
    },
    newId: () => uuidv7(),
    perform(label, changes) {
      if (changes.length === 0) return;
      const inverse = inverseOfAll(changes, desk.standing());
      desk.change(changes);
      const key = laterKey(desk.steps().undo.at(-1)?.key ?? null);
      const step = desk.withLeft({ key, label, changes, inverse });
      desk.keepSteps(taken(desk.steps(), step));
    },
    steps() {
      const { undo, redo } = store.get();
      return { undo, redo };
    },
    keepSteps(steps) {
      void keptSteps.save(desk.steps(), steps);
      store.set(steps);
    },
    async bringBack(ids) {
      const answers = await Promise.all(
        ids.map((id) => callApi<Annotation>({ method: "GET", path: `/annotations/${id}` })),
      );
      for (const answer of answers)
        if (answer.kind === "done") held.annotations.set(answer.body.id, answer.body);
      const state = store.get();
      store.set(lay(state, held, state.queue, new Set(ids), data));
      return answers.every(
        (answer) =>
          answer.kind === "done" ||
          (answer.kind === "refused" && answer.problem.code === "not-found"),
      );
    },
    withLeft: (step) => ({ ...step, left: leftBehind(step.changes, desk.standing()) }),
    standing: () => standingOf(store.get(), data.me.id),
    change(changes) {
      outbox?.add(
        changes,
        (subject) =>
          held.annotations.get(subject)?.version ??
          held.evidence.get(subject)?.version ??
          versionIn(held.threads, subject),
      );
    },
    say: (text, isProblem = false) =>
      store.set(({ keymap }) => ({ message: { text: withKeys(text, keymap), isProblem } })),
    keepMine(id) {
      const stopped = store
        .get()
        .pending.get(id)
        ?.find((each) => each.status !== "waiting");
      const current = store.get().live.newer.get(id) ?? stopped?.problem?.current;
      if (current) held.annotations.set(id, current);
      outbox?.keepMine(id, current?.version ?? stopped?.problem?.currentVersion ?? null);
    },
    async takeTheirs(id) {
      const stopped = store
        .get()
        .pending.get(id)
        ?.find((each) => each.status !== "waiting");
      if (stopped && !isAnnotationChange(stopped.change)) return outbox?.letGo(id);
      const known = store.get().live.newer.get(id) ?? stopped?.problem?.current;
      // A refusal does not always say what is there: ask, so that the card shows it.
      const asked = known
        ? null
        : await callApi<Annotation>({ method: "GET", path: `/annotations/${id}` });
      const current = known ?? (asked?.kind === "done" ? asked.body : null);
      const newer = new Map(store.get().live.newer);
      if (newer.delete(id)) store.set(({ live }) => ({ live: { ...live, newer } }));
      if (current) held.annotations.set(id, current);
      outbox?.letGo(id);
    },
    retry() {
      outbox?.retry();
      // The stream may have said that the session has ended, before a change did.
      if (store.get().connection === "signed-out") store.set({ connection: "open" });
    },
    changeKeys: own.changeKeys,
    shareActiveTime: own.shareActiveTime,
    receive(next) {
      const before = held;
      data = next;
      const state = store.get();
      const after = heldAfter(before, next);
      ({ held } = after);
      const touched = new Set([
        ...before.annotations.keys(),
        ...held.annotations.keys(),
        ...before.links.keys(),
        ...held.links.keys(),
        ...before.evidence.keys(),
        ...held.evidence.keys(),
      ]);
      store.set({
        ...lay(state, held, state.queue, touched, data),
        details: next.article,
        elsewhere: new Map(next.elsewhere.map((each) => [each.id, each])),
        missed: next.missed,
      });
      void askForDoubted(desk, after.doubted);
    },
    learn(note) {
      const { touched, shown = {}, data: known } = note(held);
      if (known) data = { ...data, ...known };
      const state = store.get();
      store.set({ ...lay(state, held, state.queue, touched, data), ...shown });
    },
    start() {
      const name = `onrecord-outbox-${data.me.id}`;
      const tabs = otherTabs(name, {
        onTold: () => void outbox?.reload(),
        onLine: (line) => outbox?.hear(line),
        onAsked: () => outbox?.retry(),
      });
      const leaving = new AbortController();
      const made = createOutbox({
        userId: data.me.id,
        articleId: data.article.id,
        storage: browserStorage(),
        send: async (change) => {
          const timeout = AbortSignal.timeout(SENDING_MS);
          const answer = await callApi<unknown>({ ...requestFor(change), signal: timeout });
          const outcome = outcomeOf(change.change, answer);
          return (outcome.kind === "conflict" && (await hadArrived(change))) || outcome;
        },
        whoIs: async () => {
          const answer = await callApi<{ user: { id: string } }>({ method: "GET", path: "/me" });
          return answer.kind === "done" ? answer.body.user.id : null;
        },
        makeKey: laterKey,
        now: () => Date.now(),
        untilMyTurn: () => untilMyTurn(name, leaving.signal),
        wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
        onStored: tabs.tell,
        onLine: tabs.say,
        askToRetry: tabs.ask,
        onSettledElsewhere: async (changes) => {
          for (const change of changes) {
            takeAnswer(held, change, await askWhatBecame(change.change), data);
          }
        },
        onSettled: (change, outcome) => {
          takeAnswer(held, change, outcome, data);
          if (outcome.kind === "refused" || outcome.kind === "conflict") {
            desk.say(outcome.problem.message, true);
          }
        },
        onState: ({ queue, connection, isStorageBroken }) => {
          const state = store.get();
          const touched = touchedBetween(state.queue, queue);
          const isQueueNew = queue !== state.queue;
          store.set({
            ...(isQueueNew ? lay(state, held, queue, touched, data) : {}),
            connection,
            isStorageBroken,
          });
        },
      });
      outbox = made;
      const stopSettings = own.start((settings) => store.set(settings));
      void Promise.all([made.reload(), keptSteps.load()]).then(([, steps]) =>
        store.set({ ...steps, isReady: true }),
      );
      const online = () => made.retry();
      window.addEventListener("online", online);
      return () => {
        window.removeEventListener("online", online);
        leaving.abort();
        stopSettings();
        tabs.close();
        made.stop();
        if (outbox === made) outbox = null;
      };
    },
  };
  return desk;
}
