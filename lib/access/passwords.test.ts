import { describe, expect, it } from "vitest";
import { checkPassword, hashPassword, isPassword } from "./passwords.ts";

const LENA = { email: "lena@example.org", name: "Lena Maria Kask" };

describe("passwords", () => {
  it("are kept as argon2id, and known again however they were composed", async () => {
    const kept = await hashPassword("caf\u00e9 on the corner");
    expect(kept).toMatch(/^\$argon2id\$v=19\$m=32768,t=3,p=1\$/);
    expect(await isPassword(kept, "cafe\u0301 on the corner")).toBe(true);
    expect(await isPassword(kept, "cafe on the corner")).toBe(false);
  });

  it("never fit where there is none", async () => {
    expect(await isPassword(null, "nobody has this password")).toBe(false);
  });

  it("take as long to refuse where there is no account", async () => {
    const kept = await hashPassword("a long enough password");
    await isPassword(null, "warm");
    const known = await time(() => isPassword(kept, "another password"));
    const unknown = await time(() => isPassword(null, "another password"));
    expect(unknown / known).toBeGreaterThan(0.3);
    expect(unknown / known).toBeLessThan(3);
  });

  it.each([
    ["short", /at least 12/],
    ["😀".repeat(11), /at least 12/],
    ["LENA@example.org", /e-mail/],
    ["lena maria kask", /name/],
    ["aaaaaaaabbbb", /different/],
    ["x".repeat(501), /at most/],
  ])("refuse %s", (password, sentence) => {
    expect(() => checkPassword(password, LENA)).toThrow(sentence);
  });

  it("may be a sentence", () => {
    expect(() => checkPassword("the ferry leaves at nine", LENA)).not.toThrow();
  });
});

async function time(work: () => Promise<unknown>): Promise<number> {
  const since = performance.now();
  for (let round = 0; round < 5; round++) await work();
  return performance.now() - since;
}
