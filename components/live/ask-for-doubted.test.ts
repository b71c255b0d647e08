import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { DESK_DATA } from "#components/desk/testing/desk-data.ts";
import { initialState } from "#components/desk/state/desk-state.ts";
import { heldFrom } from "#components/desk/state/held.ts";
import { createStore } from "#components/desk/state/store.ts";
import type { Evidence } from "#lib/evidence/model.ts";
import { askForDoubted } from "./ask-for-doubted.ts";
import type { NewsDesk } from "./take-news.ts";

beforeEach(() => {
  vi.stubGlobal("document", { querySelector: () => null });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const here = { id: "here", version: 1 } as Evidence;
const gone = { id: "gone", version: 1 } as Evidence;
const doubted = { links: [], evidence: ["here", "gone"], isArticle: false };

test("what the server holds stays, and what it does not hold goes", async () => {
  const asked = answerWith(() => Response.json({ items: [here], next: null }));
  const { desk, shown } = open();
  await askForDoubted(desk, doubted);
  expect(asked.mock.calls.map(([address]) => address)).toEqual([
    expect.stringContaining("/evidence?ids=here,gone"),
  ]);
  expect(shown()).toEqual(["here"]);
});

test("without an answer all stays as it is, and where nothing is doubted nothing is asked", async () => {
  const asked = answerWith(() => {
    throw new TypeError("Failed to fetch");
  });
  const { desk, shown } = open();
  await askForDoubted(desk, { ...doubted, evidence: [] });
  expect(asked).not.toHaveBeenCalled();
  await askForDoubted(desk, doubted);
  expect(asked).toHaveBeenCalled();
  expect(shown()).toEqual(["here", "gone"]);
});

function answerWith(answer: () => Response) {
  return vi.spyOn(globalThis, "fetch").mockImplementation(async () => answer());
}

function open() {
  const data = { ...DESK_DATA, evidence: [here, gone] };
  const held = heldFrom(data);
  const desk: NewsDesk = {
    data,
    store: createStore(initialState(data)),
    learn: (note) => void note(held),
  };
  return { desk, shown: () => [...held.evidence.keys()] };
}
