import { expect, it } from "vitest";
import { pageKind } from "./page-kind.ts";

const ID = "019a0000-0000-7000-8000-000000000001";

it.each([
  ["/projects", "column"],
  ["/projects/new", "column"],
  ["/account", "column"],
  [`/projects/${ID}`, "column"],
  [`/projects/${ID}/articles`, "column"],
  [`/projects/${ID}/articles/add`, "column"],
  [`/projects/${ID}/articles/${ID}`, "desk"],
  [`/projects/${ID}/articles/${ID}/revisions`, "column"],
  [`/projects/${ID}/articles/${ID}/original`, "wide"],
  [`/projects/${ID}/review`, "wide"],
  [`/projects/${ID}/settings/members`, "column"],
])("%s is a %s", (pathname, kind) => {
  expect(pageKind(pathname)).toBe(kind);
});
