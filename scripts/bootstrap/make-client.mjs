import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { modules, pathWithModules, readPackages, readText, root, runtime } from "./clone.mjs";
import { runToEnd } from "./run-child.mjs";
import { stop } from "./say.mjs";

const generated = join(root, "generated", "prisma", ".made-from");

/** Whether the Prisma client was made from the schema as it stands. */
export function isClientMade() {
  return readText(generated) === schemaHash();
}

/** Makes the Prisma client, or ends the program with a sentence. */
export async function makeClient() {
  const hash = schemaHash();
  if (hash === "") return;
  // `generate` needs no engine; it only checks that the file exists, and would download it otherwise.
  const env = {
    ...process.env,
    PATH: pathWithModules(),
    PRISMA_SCHEMA_ENGINE_BINARY: runtime,
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
    CHECKPOINT_DISABLE: "1",
  };
  const cli = join(modules, "prisma", "build", "index.js");
  const chunks = /** @type {Buffer[]} */ ([]);
  const status = await runToEnd(runtime, [cli, "generate"], env, chunks);
  if (status !== 0) {
    process.stderr.write(Buffer.concat(chunks));
    stop(
      "The database client could not be generated from prisma/schema; Prisma says why above.",
      1,
    );
  }
  mkdirSync(dirname(generated), { recursive: true });
  writeFileSync(generated, hash);
}

/** What the client is made from; empty when there is no schema. */
function schemaHash() {
  const folder = join(root, "prisma", "schema");
  if (!existsSync(folder)) return "";
  const hash = createHash("sha256").update(
    readPackages(join(root, "package-lock.json"))?.["node_modules/prisma"]?.version ?? "",
  );
  for (const file of readdirSync(folder).sort()) {
    if (file.endsWith(".prisma"))
      hash.update(`\0${file}\0`).update(readFileSync(join(folder, file)));
  }
  return hash.digest("hex");
}
