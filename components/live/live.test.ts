import { describe, expect, test } from "vitest";
import type { Announcement } from "#lib/realtime/model.ts";
import { newsWords } from "./news-words.ts";
import { whatToAsk } from "./what-to-ask.ts";

const told = (type: string, id: string, given: Partial<Announcement> = {}): Announcement => ({
  number: 1,
  at: "",
  type,
  topic: type.split(".")[0] ?? "",
  id,
  articles: ["here"],
  by: "ana",
  ...given,
});
const desk = { articleId: "here", userId: "me", distant: (id: string) => id === "far" };

describe("what a desk asks for", () => {
  test("each thing once, and nothing of other articles but what it links to", () => {
    const asked = whatToAsk(
      [
        told("annotation.created", "a"),
        told("annotation.changed", "a"),
        told("annotation.changed", "other", { articles: ["elsewhere"] }),
        told("annotation.submitted", "far", { articles: ["elsewhere"] }),
        told("annotation.rejected", "b"),
        told("link.created", "l", { articles: ["elsewhere", "here"] }),
        told("thread.begun", "t"),
      ],
      desk,
    );
    expect([...asked.annotations]).toEqual(["a", "far", "b"]);
    expect([...asked.links]).toEqual(["l"]);
    expect([...asked.threads]).toEqual(["t"]);
    expect([...asked.rejected]).toEqual(["b"]);
    expect(asked).toMatchObject({ isArticle: false, isMissed: false, isMembership: false });
  });

  test("work is the reader's own, a revision is the article's, a role is one's own", () => {
    const work = (by: string) => told("work.finished", "here", { topic: "article", by });
    expect(whatToAsk([work("ana")], desk)).toMatchObject({ isArticle: false, isWork: false });
    expect(whatToAsk([work("me")], desk).isWork).toBe(true);
    expect(whatToAsk([told("article.revised", "here")], desk).isArticle).toBe(true);
    const role = (id: string) => told("member.role-changed", id, { topic: "user", articles: [] });
    expect(whatToAsk([role("ana")], desk).isMembership).toBe(false);
    expect(whatToAsk([role("me")], desk).isMembership).toBe(true);
  });
});

describe("what others did, in a sentence", () => {
  const names = (id: string) => ({ ana: "Ana", ben: "Ben" })[id] ?? null;

  test("a mark and the changes that follow it are one thing", () => {
    const made = ["a", "b", "c"].flatMap((id) => [
      told("annotation.created", id),
      told("annotation.changed", id),
    ]);
    expect(newsWords(made, names)).toBe("Ana marked 3 passages.");
  });

  test("two people are named, more are counted, and nobody for nothing", () => {
    const by = (who: string) => told("annotation.approved", who, { by: who });
    expect(newsWords([by("ana"), by("ben")], names)).toBe(
      "Ana approved 1 annotation. Ben approved 1 annotation.",
    );
    expect(newsWords([by("ana"), by("ben"), by("eve")], names)).toBe(
      "3 people changed 3 things here.",
    );
    expect(newsWords([told("evidence.deleted", "e")], names)).toBe("");
    expect(newsWords([by("eve")], names)).toBe("Somebody approved 1 annotation.");
  });
});
