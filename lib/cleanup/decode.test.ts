import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { isDomainError } from "#lib/errors.ts";
import { TEXT_LIMIT, decode } from "./decode.ts";

function code(act: () => unknown): string | null {
  try {
    act();
    return null;
  } catch (error) {
    return isDomainError(error) ? error.code : String(error);
  }
}

const GERMAN = "Die Ministerin für Fischerei in Öhm sagte, die Häfen blieben geöffnet. ".repeat(5);
const RUSSIAN = "Министр рыболовства заявил, что порт закрыт и никто этого не отрицал. ".repeat(5);

describe("decode", () => {
  it("reads UTF-8 with and without a mark, and keeps what it says", () => {
    const plain = new TextEncoder().encode("Öhm 😊");
    expect(decode(plain)).toEqual({ text: "Öhm 😊", encoding: "utf-8", hadErrors: false });
    expect(decode(Uint8Array.of(0xef, 0xbb, 0xbf, ...plain)).encoding).toBe("utf-8");
  });

  it("believes valid UTF-8 more than a wrong declaration", () => {
    const page = new TextEncoder().encode(`<meta charset="iso-8859-1"><p>${GERMAN}`);
    expect(decode(page, { charset: "windows-1252" })).toMatchObject({ encoding: "utf-8" });
  });

  it("reads UTF-16 by its mark and without one", () => {
    for (const encoding of ["utf-16le", "utf-16be"]) {
      expect(decode(iconv.encode(GERMAN, encoding, { addBOM: true }))).toMatchObject({ encoding });
      expect(decode(iconv.encode(GERMAN, encoding))).toMatchObject({ encoding, text: GERMAN });
    }
  });

  it("uses the declared encoding, from the caller or from the page", () => {
    const bytes = iconv.encode(RUSSIAN, "koi8-r");
    expect(decode(bytes, { charset: "KOI8-R" })).toMatchObject({
      text: RUSSIAN,
      encoding: "koi8-r",
    });
    const page = iconv.encode(`<meta charset=windows-1251><p>${RUSSIAN}`, "windows-1251");
    expect(decode(page)).toMatchObject({ encoding: "windows-1251", hadErrors: false });
    expect(decode(page).text).toContain("Министр");
  });

  it("guesses where nothing is declared, also past a wrong declaration of UTF-8", () => {
    expect(decode(iconv.encode(RUSSIAN, "windows-1251")).text).toBe(RUSSIAN);
    expect(decode(iconv.encode(GERMAN, "windows-1252"), { charset: "utf-8" }).text).toBe(GERMAN);
    expect(
      decode(iconv.encode("“Nobody denied it – never,” she said. ".repeat(9), "windows-1252")).text,
    ).toContain("“Nobody denied it – never,”");
  });

  it("keeps UTF-8 with a broken byte as UTF-8 and says that there were errors", () => {
    const broken = new TextEncoder().encode(GERMAN.repeat(10));
    broken[3_001] = 0xff;
    expect(decode(broken)).toMatchObject({ encoding: "utf-8", hadErrors: true });
  });

  it("refuses what is empty and what is too large, naming the limit", () => {
    expect(code(() => decode(new Uint8Array()))).toBe("invalid");
    expect(code(() => decode(new TextEncoder().encode("\uFEFF \n\t")))).toBe("invalid");
    expect(code(() => decode(new Uint8Array(TEXT_LIMIT + 1).fill(97)))).toBe("too-large");
    expect(() => decode(new Uint8Array(50 * 1024 * 1024))).toThrow(/50\.0 MB.*up to 10 MB/);
  });
});
