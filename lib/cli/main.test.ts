import { describe, expect, it } from "vitest";
import { makeClient } from "#lib/db/client.ts";
import { DomainError } from "#lib/errors.ts";
import { main } from "./main.ts";
import { operatorContext } from "./operator-context.ts";

describe("the command line", () => {
  it.each([
    ["no command", [], 2],
    ["an unknown command", ["conquer"], 2],
    ["an unknown option", ["user", "link", "a@b.example", "--fast"], 2],
    ["a missing argument", ["user", "link"], 2],
    [
      "a role without a project",
      ["user", "add", "a@b.example", "--name", "A", "--role", "reader"],
      2,
    ],
    [
      "an unknown role",
      ["user", "add", "a@b.example", "--name", "A", "--project", "P", "--role", "x"],
      2,
    ],
    ["help", ["--help"], 0],
    ["help with a command", ["user", "add", "--help"], 0],
    ["something refused", ["user", "add", "no address", "--name", "A"], 1],
    ["a database that is away", ["user", "link", "a@b.example"], 1],
  ])("ends with the right status for %s", async (_what, args, status) => {
    const { status: ended, err, out } = await run(args);
    expect(ended).toBe(status);
    if (status !== 0) expect(err).toMatch(/\S/);
    if (status === 1) expect(out).toBe("");
  });

  it("says what was refused in a sentence", async () => {
    const { err } = await run(["--json", "user", "link", "a@b.example"]);
    expect(err).toBe("The database is away.");
  });
});

async function run(args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const status = await main(args, {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    openContext: async () => ({
      ctx: {
        ...operatorContext(makeClient("postgresql://nobody@localhost/none")),
        get db(): never {
          throw new DomainError("unavailable", "The database is away.");
        },
      },
      close: async () => undefined,
    }),
  });
  return { status, out: out.join("\n"), err: err.join("\n") };
}
