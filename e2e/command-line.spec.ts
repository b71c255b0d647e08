import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { onrecord, onrecordJson } from "#e2e/support/command-line.ts";
import { readExport } from "#e2e/support/exported.ts";
import { expect, test } from "#e2e/support/fixtures.ts";

/** Two installations that nobody serves: each command starts the database, and stops it again. */
const { DATABASE_URL: _, ONRECORD_URL: __, ...surroundings } = process.env;
let folder: string;

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "onrecord-commands-"));
});
test.afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

test("a backup brings everything to another machine", async () => {
  test.slow();
  const here = { ...surroundings, ONRECORD_DATA: join(folder, "here") };
  const there = { ...surroundings, ONRECORD_DATA: join(folder, "there") };
  const at = (name: string) => join(folder, name);
  await writeFile(at("ferry.txt"), "The ferry left at nine, said Ansa Kreel.\n");
  await writeFile(at("harbour.md"), "# Harbour\n\nNobody denies it. 🛳️\n");
  await writeFile(at("broken.txt"), "");

  await onrecordJson(["project", "create", "Veldora"], here);
  const [person] = await onrecordJson(
    "user add tove@veldora.example --name Tove --project Veldora --role annotator".split(" "),
    here,
  );
  expect(person).toMatchObject({
    email: "tove@veldora.example",
    link: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/link\/\S+$/),
  });
  const ingested = await onrecord(
    [
      "ingest",
      "--project",
      "Veldora",
      "--json",
      at("ferry.txt"),
      at("harbour.md"),
      at("broken.txt"),
    ],
    here,
  );
  expect(ingested.status).toBe(1);
  expect(ingested.out.trim().split("\n")).toHaveLength(3);

  const file = at("veldora.backup");
  expect(await onrecordJson(["backup", "--out", file], here)).toEqual([
    { out: file, articles: 2, annotations: 0 },
  ]);
  expect(await onrecordJson(["restore", file], there)).toEqual([
    { from: file, articles: 2, annotations: 0 },
  ]);
  expect(await onrecordJson(["doctor"], there)).toEqual([{ ok: true, problems: [] }]);

  const exportOf = async (env: NodeJS.ProcessEnv, name: string) => {
    await onrecordJson(
      ["export", "--project", "Veldora", "--format", "jsonl", "--out", at(name)],
      env,
    );
    return readExport(await readFile(at(name), "utf8"));
  };
  const before = await exportOf(here, "here.jsonl");
  expect(before.articles.map(({ text }) => text).sort()).toEqual([
    "# Harbour\n\nNobody denies it. 🛳️\n",
    "The ferry left at nine, said Ansa Kreel.\n",
  ]);
  expect(await exportOf(there, "there.jsonl")).toEqual(before);
});

test("commands tell what was refused from what was not understood", async () => {
  const env = { ...surroundings, ONRECORD_DATA: join(folder, "data") };
  const unknown = await onrecord(["export", "--project", "Nowhere"], env);
  expect(unknown).toMatchObject({ status: 2, out: "" });
  const refused = await onrecord(
    ["export", "--project", "Nowhere", "--format", "jsonl", "--out", join(folder, "x.jsonl")],
    env,
  );
  expect(refused).toMatchObject({ status: 1, out: "" });
  expect(refused.err).toContain("There is no project named Nowhere.");
  expect(refused.err).not.toContain("    at ");
});

test("a token for a script is made while the app serves", async ({
  newsroom,
  installation,
  request,
}) => {
  const { user } = await newsroom.member("annotator");
  const [made] = await onrecordJson([
    "token",
    "create",
    user.email,
    "--project",
    newsroom.project.id,
  ]);
  const { token } = z.object({ token: z.string() }).parse(made);
  const answer = await request.get(`${installation.url}/api/v1/projects`, {
    headers: { Authorization: `Bearer ${token}` },
  });
  expect(await answer.json()).toMatchObject({ items: [{ id: newsroom.project.id }] });
});
