import { describe, expect, it } from "vitest";
import { makeLogger, redact } from "#lib/log.ts";

describe("log", () => {
  it("writes one line of JSON or of text", () => {
    const lines: string[] = [];
    const json = makeLogger({
      level: () => "info",
      format: () => "json",
      write: (line) => lines.push(line),
    });
    const text = makeLogger({
      level: () => "info",
      format: () => "text",
      write: (line) => lines.push(line),
    });
    json.info("Serving", { port: 3000 });
    text.warn("Slow\nquery", { took: "2 s", table: "article" });
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({
      level: "info",
      message: "Serving",
      port: 3000,
    });
    expect(lines[1]).toMatch(/ warn {2}Slow\nquery took="2 s" table=article\n$/);
  });

  it("leaves out what is below its level", () => {
    const lines: string[] = [];
    const quiet = makeLogger({
      level: () => "silent",
      format: () => "text",
      write: (line) => lines.push(line),
    });
    quiet.error("nothing");
    expect(lines).toEqual([]);
  });

  it("strikes out secrets, however deep", () => {
    const lines: string[] = [];
    const json = makeLogger({
      level: () => "debug",
      format: () => "json",
      write: (line) => lines.push(line),
    });
    json.error("postgresql://me:sesame@host/db", {
      token: "sesame",
      request: { headers: { Authorization: "Bearer sesame" }, list: ["https://a:sesame@b"] },
      cause: new Error("no answer from postgres://me:sesame@host"),
    });
    expect(lines[0]).not.toContain("sesame");
  });

  it("redacts a long message in a moment", () => {
    const begun = performance.now();
    expect(redact("a".repeat(1_000_000))).toHaveLength(1_000_000);
    expect(performance.now() - begun).toBeLessThan(2_000);
  });

  it("redacts a password that holds signs of its own", () => {
    expect(redact("see postgres://a:b:c@d@host:5432/x.")).toBe("see postgres://a:***@host:5432/x.");
    expect(redact("http://host:3000/a@b")).toBe("http://host:3000/a@b");
  });
});
