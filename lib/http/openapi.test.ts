import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { repositoryRoot } from "#lib/env.ts";
import { allEndpoints } from "./all-endpoints.ts";
import { openapiDocument } from "./openapi.ts";

const API = join(repositoryRoot(), "app/api/v1");
const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"];
const document = openapiDocument();
const operations = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
  METHODS.filter((method) => method.toLowerCase() in item).map((method) => ({
    path,
    method,
    operation: item[method.toLowerCase() as "get"] ?? {},
  })),
);

describe("the description of the API", () => {
  it("names every route file with its methods, and nothing else", () => {
    const described = operations.map(({ method, path }) => `${method} ${path}`).toSorted();
    expect(described).toEqual(servedRoutes().toSorted());
  });

  it("has each operation once, with a summary, an answer and the shape of a refusal", () => {
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { operation } of operations) {
      expect(operation.summary).toMatch(/^[A-Z]/);
      expect(Object.keys(operation.responses ?? {})).toEqual(expect.arrayContaining(["default"]));
      expect(Object.keys(operation.responses ?? {}).length).toBeGreaterThan(1);
    }
  });

  it("declares every parameter of a path, and no other", () => {
    for (const { path, operation } of operations) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
      const declared = (operation.parameters ?? []).flatMap((parameter) =>
        "in" in parameter && parameter.in === "path" ? [parameter.name] : [],
      );
      expect(declared.toSorted(), path).toEqual(inPath.toSorted());
    }
  });

  it("refers only to what is in it", () => {
    const text = JSON.stringify(document);
    for (const [, name] of text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)) {
      expect(document.components?.schemas).toHaveProperty([name ?? ""]);
    }
    expect(text).not.toMatch(/"\$ref":"(?!#\/components\/)/);
  });

  it("describes every value with a schema that is one", () => {
    const ajv = new Ajv2020({ strict: false });
    for (const [name, schema] of Object.entries(document.components?.schemas ?? {})) {
      expect(ajv.validateSchema(schema), `${name}: ${ajv.errorsText()}`).toBe(true);
    }
  });

  it("is served under a folder of the same name", () => {
    for (const { path } of allEndpoints()) {
      expect(existsSync(join(API, path.replace(/\{(\w+)\}/g, "[$1]"), "route.ts")), path).toBe(
        true,
      );
    }
  });
});

/** What the route files say that they serve, such as `PUT /links/{id}`. */
function servedRoutes(): string[] {
  return globSync("**/route.ts", { cwd: API }).flatMap((file) => {
    const source = readFileSync(join(API, file), "utf8");
    const names = /export const \{([^}]*)\} = serve\(/.exec(source)?.[1] ?? "";
    const path = `/${file.replace(/\/?route\.ts$/, "").replace(/\[(\w+)\]/g, "{$1}")}`;
    return names
      .split(",")
      .map((name) => name.trim())
      .filter(Boolean)
      .map((method) => `${method} ${path}`);
  });
}
