import { expect, it } from "vitest";
import { letterOfNotices, type Told } from "./letter-of-notices.ts";

const to = { name: "Ana Vell", email: "ana@onrecord.example" };
const told = (more: Partial<Told> = {}): Told => ({
  why: "mention",
  author: "Bo",
  project: "Harbour",
  article: "The pier",
  body: "Look\nhere.",
  address: "https://desk.example/a",
  ...more,
});

it("tells one message in its subject, quotes it, and says where to go and how to stop it", () => {
  const letter = letterOfNotices(to, [told()], "https://desk.example/account");
  expect(letter.subject).toBe("Bo named you (Harbour)");
  expect(letter.text).toBe(
    "Bo named you, about “The pier” in Harbour:\n\n> Look\n> here.\n\nhttps://desk.example/a\n\n\nYou can turn these letters off: https://desk.example/account\n",
  );
});

it("gathers several, shortens long ones between characters, and keeps the subject on one line", () => {
  const letter = letterOfNotices(
    to,
    [
      told({ project: "Har\r\nbour" }),
      told({ why: "reply", body: "😀".repeat(600), project: "Mill" }),
    ],
    "https://desk.example/account",
  );
  expect(letter.subject).toBe("2 messages for you (Har bour, Mill)");
  expect(letter.text).toContain(`> ${"😀".repeat(500)} …`);
});
