import { describe, expect, test } from "vitest";
import type { Annotation } from "#lib/annotations/model.ts";
import type { Evidence } from "#lib/evidence/model.ts";
import type { Link } from "#lib/links/model.ts";
import type { DeskData } from "../desk-data.ts";
import { DESK_DATA } from "../testing/desk-data.ts";
import { heldAfter } from "./held-after.ts";
import { heldFrom } from "./held.ts";

describe("everything read anew, perhaps before a change arrived", () => {
  test("takes back no annotation that is later, or that it lacks", () => {
    const [early, late] = [annotation("a", 1), annotation("a", 3)];
    const [before, since] = [annotation("b", 2), annotation("b", 9)];
    const made = annotation("made since", 1);
    const { held } = heldAfter(heldFrom(read({ annotations: [late, before, made] })), {
      ...read({ annotations: [early, since] }),
    });
    expect([...held.annotations.values()]).toEqual([late, since, made]);
  });

  test("shows nothing of others' work where it is hidden now", () => {
    const own = annotation("a", 1);
    const hers = { ...annotation("b", 1), author: { id: "ana", name: "Ana" } };
    const blind = { ...read({ annotations: [] }), isBlind: true };
    const { held } = heldAfter(heldFrom(read({ annotations: [own, hers] })), blind);
    expect([...held.annotations.keys()]).toEqual(["a"]);
  });

  test("of links and of evidence keeps the later, and what came or went since is asked for", () => {
    const known = [thing("changed", 2), thing("added since", 1)];
    const old = [thing("changed", 1), thing("taken away since", 1)];
    const before = heldFrom(read({ links: known as Link[], evidence: known as Evidence[] }));
    const { held, doubted } = heldAfter(before, {
      ...read({ links: old as Link[], evidence: old as Evidence[] }),
    });
    const kept = [thing("changed", 2), thing("taken away since", 1), thing("added since", 1)];
    expect([...held.links.values()]).toEqual(kept);
    expect([...held.evidence.values()]).toEqual(kept);
    const asked = ["taken away since", "added since"];
    expect(doubted).toEqual({ links: asked, evidence: asked, isArticle: false });
  });

  test("of blocks that another reading has otherwise the article is asked", () => {
    const before = heldFrom(DESK_DATA);
    before.blocks = before.blocks.map((block) => ({ ...block, boilerplate: "teaser" }));
    expect(heldAfter(before, DESK_DATA).doubted.isArticle).toBe(true);
  });

  test("asks nothing where both agree", () => {
    const same = [thing("one", 1)];
    const data = read({ links: same as Link[], evidence: same as Evidence[] });
    const { doubted } = heldAfter(heldFrom(data), data);
    expect(doubted).toEqual({ links: [], evidence: [], isArticle: false });
  });
});

function read(what: Partial<DeskData>): DeskData {
  return { ...DESK_DATA, ...what };
}

function thing(id: string, version: number): Partial<Link & Evidence> {
  return { id, version };
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
    author: DESK_DATA.me,
    createdAt: "",
    updatedAt: "",
  };
}
