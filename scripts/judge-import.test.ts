import { describe, expect, it } from "vitest";
import { judgeEnvironment, judgeImport } from "./judge-import.ts";

const judge = (from: string, specifier: string, isTypeOnly = false) =>
  judgeImport({ from, specifier, isTypeOnly });

describe("judgeImport", () => {
  it("lets an area import from rungs below", () => {
    expect(judge("lib/review/queue.ts", "#lib/annotations/queries.ts")).toBeNull();
    expect(judge("lib/db/open.ts", "#lib/env.ts")).toBeNull();
  });

  it("refuses a rung above, and says which way round it goes", () => {
    expect(judge("lib/annotations/put-annotation.ts", "#lib/review/queue.ts")).toMatch(
      /Let lib\/review call lib\/annotations/,
    );
    expect(judge("lib/text/span.ts", "#lib/db/client.ts")).toMatch(/stands above/);
  });

  it("refuses a neighbour, but for those that are named", () => {
    expect(judge("lib/links/put-link.ts", "#lib/evidence/queries.ts")).toMatch(/neighbour/);
    expect(judge("lib/projects/queries.ts", "#lib/articles/queries.ts")).toMatch(/neighbour/);
    expect(judge("lib/articles/queries.ts", "#lib/projects/queries.ts")).toBeNull();
    expect(judge("lib/access/add-user.ts", "#lib/audit/record.ts")).toBeNull();
  });

  it("asks for a rung for a new area", () => {
    expect(judge("lib/weather/rain.ts", "#lib/text/span.ts")).toMatch(/stands on no rung/);
  });

  it("keeps the rings: nothing inner knows of anything outer", () => {
    expect(judge("lib/http/serve.ts", "#app/layout.tsx")).toMatch(/lib may not import app/);
    expect(judge("components/desk/card.tsx", "#app/layout.tsx")).toMatch(/components may not/);
    expect(judge("app/page.tsx", "#generated/prisma/client.ts")).toMatch(/app may not import/);
  });

  it("gives components types and pure files of lib, and nothing else", () => {
    expect(judge("components/desk/card.tsx", "#lib/annotations/model.ts")).toBeNull();
    expect(judge("components/desk/card.tsx", "#lib/annotations/queries.ts", true)).toBeNull();
    expect(judge("components/desk/card.tsx", "#lib/annotations/queries.ts")).toMatch(/not pure/);
  });

  it("keeps our nouns out of components/ui", () => {
    expect(judge("components/ui/badge.tsx", "#lib/annotations/model.ts", true)).toMatch(/no noun/);
    expect(judge("components/ui/badge.tsx", "#components/desk/card.tsx")).toMatch(/no noun/);
  });

  it("keeps models and pure files loadable in a browser", () => {
    expect(judge("lib/review/model.ts", "#lib/annotations/model.ts")).toBeNull();
    expect(judge("lib/review/model.ts", "#lib/annotations/queries.ts")).toMatch(/model\.ts takes/);
    expect(judge("lib/text/hash.ts", "#lib/log.ts")).not.toBeNull();
  });

  it("refuses relative paths out of a room", () => {
    expect(judge("lib/review/queue.ts", "../annotations/model.ts")).toBe(
      "A relative import may not leave lib/review. Write #lib/annotations/model.ts.",
    );
    expect(judge("lib/http/endpoints/me.ts", "../endpoint.ts")).toBeNull();
    expect(judge("app/a/b/page.tsx", "../not-found.ts")).toBeNull();
  });

  it("keeps packages in their place", () => {
    expect(judge("lib/review/queue.ts", "next/headers")).toMatch(/without Next/);
    expect(judge("lib/access/session.ts", "next/headers")).toBeNull();
    expect(judge("components/desk/card.tsx", "@tiptap/core")).toMatch(/components\/editor/);
    expect(judge("app/page.tsx", "pg")).toMatch(/only lib speaks to the database/);
    expect(judge("lib/review/queue.ts", "zod")).toBeNull();
  });

  it("lets tests set up what they need", () => {
    expect(judge("lib/annotations/put.db.test.ts", "#prisma/factories.ts")).toBeNull();
  });
});

describe("judgeEnvironment", () => {
  it("knows one reader in lib", () => {
    expect(judgeEnvironment("lib/env.ts")).toBeNull();
    expect(judgeEnvironment("lib/log.ts")).toMatch(/readEnv/);
    expect(judgeEnvironment("components/desk/card.tsx")).toMatch(/readEnv/);
  });
});
