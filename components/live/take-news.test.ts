import { describe, expect, test } from "vitest";
import type { DeskData } from "#components/desk/desk-data.ts";
import { initialState } from "#components/desk/state/desk-state.ts";
import { heldFrom } from "#components/desk/state/held.ts";
import { lay } from "#components/desk/state/lay.ts";
import { DESK_DATA } from "#components/desk/testing/desk-data.ts";
import { createStore } from "#components/desk/state/store.ts";
import type { Annotation } from "#lib/annotations/model.ts";
import type { News } from "./read-news.ts";
import { takeAside, takeNews, type NewsDesk } from "./take-news.ts";

const { me } = DESK_DATA;
const free = () => false;

describe("what others did", () => {
  test("is shown where nobody has it in hand, and set aside where somebody has", () => {
    const { desk, shown } = open([annotation("a", 1), annotation("b", 1)]);
    const inHand = (id: string) => id === "b";
    takeNews(desk, news([annotation("a", 2), annotation("b", 2), annotation("c", 1)]), inHand);
    expect([shown("a"), shown("b"), shown("c")]).toEqual([2, 1, 1]);
    expect(desk.store.get().live.newer.get("b")?.version).toBe(2);

    takeAside(desk, inHand);
    expect(shown("b")).toBe(1);
    takeAside(desk, free);
    expect(shown("b")).toBe(2);
    expect(desk.store.get().live.newer.size).toBe(0);
  });

  test("older news, and news told twice, change nothing", () => {
    const { desk, shown } = open([annotation("a", 3)]);
    const before = desk.store.get().annotations.get("a");
    takeNews(desk, news([annotation("a", 2)]), free);
    takeNews(desk, news([annotation("a", 3)]), free);
    expect(shown("a")).toBe(3);
    expect(desk.store.get().annotations.get("a")).toBe(before);
  });

  test("places in another text are not painted into this one: the new text is told", () => {
    const { desk, shown } = open([annotation("a", 1)]);
    takeNews(desk, news([{ ...annotation("a", 2), revision: 2 }]), free);
    expect(shown("a")).toBe(1);
    expect(desk.store.get().live.revision).toBe(2);
  });

  test("what is not to be had any more stays as it was seen; a link that is gone goes", () => {
    const { desk, shown } = open([annotation("a", 1)]);
    takeNews(desk, { ...news([]), annotations: new Map([["a", null]]) }, free);
    expect(shown("a")).toBe(1);
    const link = {
      id: "l",
      projectId: "p",
      type: "denies",
      from: "a",
      to: "b",
      version: 1,
    } as const;
    const made = { ...link, author: me, createdAt: "", updatedAt: "" };
    takeNews(desk, { ...news([]), links: new Map([["l", made]]) }, free);
    expect(desk.store.get().links.size).toBe(1);
    takeNews(desk, { ...news([]), links: new Map([["l", null]]) }, free);
    expect(desk.store.get().links.size).toBe(0);
  });
});

function open(annotations: Annotation[]) {
  const data: DeskData = { ...DESK_DATA, annotations };
  const held = heldFrom(data);
  const store = createStore(initialState(data));
  const desk: NewsDesk = {
    data,
    store,
    learn(note) {
      const { touched, shown = {} } = note(held);
      store.set({ ...lay(store.get(), held, [], touched, data), ...shown });
    },
  };
  return { desk, shown: (id: string) => store.get().annotations.get(id)?.version };
}

function news(annotations: readonly Annotation[]): News {
  return {
    annotations: new Map(annotations.map((each) => [each.id, each])),
    links: new Map(),
    evidence: new Map(),
    threads: new Map(),
    reviews: new Map(),
    elsewhere: [],
    missed: null,
    article: null,
  };
}

function annotation(id: string, version: number): Annotation {
  return {
    id,
    articleId: "x",
    revision: 1,
    tag: "claim",
    segments: [{ role: "content", start: 0, end: 5, exact: "xxxxx" }],
    absent: [],
    attributes: {},
    doubt: null,
    state: "draft",
    version,
    author: me,
    createdAt: "",
    updatedAt: "",
  };
}
