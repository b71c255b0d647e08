import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readEnv, repositoryRoot } from "#lib/env.ts";
import { isDomainError } from "#lib/errors.ts";

describe("readEnv", () => {
  it("has a value for everything when nothing is set", () => {
    expect(readEnv({ HOST: "", PORT: " " })).toEqual({
      host: "127.0.0.1",
      port: 3000,
      dataFolder: join(repositoryRoot(), ".data"),
      databaseUrl: null,
      poolSize: 10,
      publicUrl: "http://127.0.0.1:3000",
      trustedProxies: 0,
      fetchAllow: [],
      smtpUrl: null,
      mailFrom: null,
      logLevel: "info",
      logFormat: "text",
      testDatabaseUrl: null,
      isWorkerWanted: true,
      isDemoWanted: null,
    });
  });

  it("makes the public address from host and port", () => {
    expect(readEnv({ HOST: "::1", PORT: "4000" }).publicUrl).toBe("http://[::1]:4000");
    expect(readEnv({ HOST: "0.0.0.0" }).publicUrl).toBe("http://localhost:3000");
    expect(readEnv({ ONRECORD_URL: "https://desk.example.org/" }).publicUrl).toBe(
      "https://desk.example.org",
    );
  });

  it("takes hosts of the house with their ports", () => {
    const { fetchAllow } = readEnv({
      ONRECORD_FETCH_ALLOW: "Archive.Example:8080, 127.0.0.1:80 [fd00::7]:443",
    });
    expect(fetchAllow).toEqual(["archive.example:8080", "127.0.0.1:80", "[fd00::7]:443"]);
  });

  it("keeps an absolute data folder", () => {
    expect(readEnv({ ONRECORD_DATA: "/srv/onrecord" }).dataFolder).toBe("/srv/onrecord");
  });

  it.each([
    ["PORT", "65536"],
    ["PORT", "http"],
    ["HOST", "a b"],
    ["DATABASE_URL", "mysql://name:sesame@host/db"],
    ["ONRECORD_URL", "https://desk.example.org/path"],
    ["ONRECORD_POOL", "0"],
    ["ONRECORD_TRUST_PROXY", "yes"],
    ["ONRECORD_FETCH_ALLOW", "archive.example"],
    ["ONRECORD_FETCH_ALLOW", "http://archive.example:80"],
    ["ONRECORD_FETCH_ALLOW", "127.0.0.1:80, archive.example:99999"],
    ["ONRECORD_SMTP_URL", "https://name:sesame@mail.example.org"],
    ["ONRECORD_MAIL_FROM", "The desk"],
    ["ONRECORD_LOG", "loud"],
    ["ONRECORD_DEMO", "maybe"],
  ])("refuses %s=%s with a sentence that names it", (name, value) => {
    const error = refusal({ [name]: value });
    expect(error.message).toMatch(new RegExp(`^${name} must be .*\\.$`));
    expect(error.message).not.toContain("sesame");
    expect(Object.keys(error.fields)).toEqual([name]);
  });

  it("names every variable that is at fault", () => {
    expect(refusal({ PORT: "x", ONRECORD_LOG: "y" }).message).toMatch(
      /^PORT .*\. ONRECORD_LOG .*\.$/,
    );
  });
});

function refusal(source: Record<string, string>) {
  try {
    readEnv(source);
  } catch (error) {
    if (isDomainError(error)) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}
