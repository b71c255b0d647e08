import { describe, expect, it } from "vitest";
import {
  bandsOf,
  containment,
  MINHASH,
  minhash,
  minimaFromBytes,
  minimaToBytes,
  resemblance,
} from "./minhash.ts";

const PORT =
  "The harbour master of Port Ilin said on Friday that eleven tankers had waited outside for two days.";

describe("minhash", () => {
  it("gives the same signature for ever: what is stored stays comparable", () => {
    const { minima, shingles } = minhash(PORT);
    expect(minima).toHaveLength(MINHASH.bands * MINHASH.rows);
    expect(shingles).toBe(16);
    expect([...minima.slice(0, 4)]).toEqual(PINNED.minima);
    expect(bandsOf({ minima, shingles }).slice(0, 3)).toEqual(PINNED.bands);
  });

  it("sees neither case nor accents nor typography", () => {
    const typeset = PORT.toUpperCase()
      .replaceAll(" ", "\u00a0")
      .replace("TANKERS", "TAN\u00adKERS");
    expect(minhash(typeset)).toEqual(minhash(PORT));
    expect(minhash("“Ça,” said Sørén – ﬁrst.")).toEqual(minhash('"Ca", said Søren - first'));
  });

  it("estimates the share of common shingles, and how much of the shorter text is in the longer", () => {
    const all = Array.from({ length: 600 }, (_, at) => `word${at}`);
    let [error, most] = [0, 0];
    for (let part = 60; part <= 600; part += 20) {
      const [short, long] = [minhash(all.slice(0, part).join(" ")), minhash(all.join(" "))];
      const off = resemblance(short, long) - short.shingles / long.shingles;
      error += off / 28;
      most = Math.max(most, Math.abs(off));
      if (part >= 300) expect(containment(short, long)).toBeGreaterThan(0.85);
    }
    expect(Math.abs(error)).toBeLessThan(0.03);
    expect(most).toBeLessThan(0.15);
  });

  it("takes texts of a word, of none, and of scripts without spaces", () => {
    expect(minhash("Yes.").shingles).toBe(1);
    expect(minhash("two words").shingles).toBe(1);
    expect(minhash(" — 😊 …").shingles).toBe(0);
    expect(bandsOf(minhash(""))).toEqual([]);
    expect(resemblance(minhash(""), minhash(""))).toBe(0);
    const chinese = "外交部发言人周五否认了关于港口关闭的报道，称该说法毫无根据。";
    expect(
      resemblance(minhash(chinese), minhash(`${chinese}他没有提供更多细节。`)),
    ).toBeGreaterThan(0.5);
    expect(
      resemblance(minhash(chinese), minhash("港口今天重新开放，十一艘油轮离开。")),
    ).toBeLessThan(0.1);
    const thai = "กระทรวงการต่างประเทศปฏิเสธรายงานเรื่องการปิดท่าเรือเมื่อวันศุกร์";
    expect(resemblance(minhash(thai), minhash(`${thai} ไม่มีรายละเอียดเพิ่มเติม`))).toBeGreaterThan(0.5);
  });

  it("comes back from its bytes as it was", () => {
    const { minima } = minhash(PORT);
    expect(minimaFromBytes(minimaToBytes(minima))).toEqual(minima);
    expect(() => minimaFromBytes(new Uint8Array(4))).toThrow(RangeError);
  });

  it("signs an article of 3,000 words in a few milliseconds", () => {
    const article = Array.from({ length: 3_000 }, (_, at) => `word${(at * at) % 4_001}`).join(" ");
    for (let warm = 0; warm < 10; warm++) minhash(article);
    const began = performance.now();
    for (let round = 0; round < 20; round++) minhash(article);
    expect((performance.now() - began) / 20).toBeLessThan(20);
  });
});

const PINNED = {
  minima: [73359336, 388298784, 20641673, 103981346],
  bands: [-1769948677, 729083810, -378205573],
};
