import { constants, statfsSync } from "node:fs";
import { cp, lchown, readdir, rename, rm, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { DomainError } from "#lib/errors.ts";
import type { Folders } from "./folders.ts";

/**
 * Copy the cluster of a stopped server beside itself, named after its last migration and the time;
 * gives the copy's path. Where the file system can, the copy shares its blocks and costs nothing.
 */
export async function copyCluster(folders: Folders, migration: string): Promise<string> {
  await refuseTooSmall(folders);
  const time = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const copy = join(folders.data, `${basename(folders.cluster)}-at-${migration}-${time}`);
  const partial = `${copy}.partial`;
  try {
    await cp(folders.cluster, partial, {
      recursive: true,
      preserveTimestamps: true,
      mode: constants.COPYFILE_FICLONE,
      errorOnExist: true,
      force: false,
    });
    await copyOwner(folders.cluster, partial);
    await rename(partial, copy);
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    throw error;
  }
  return copy;
}

async function refuseTooSmall({ data, cluster }: Folders): Promise<void> {
  const { bavail, bsize } = statfsSync(data);
  const needed = await sizeOf(cluster);
  if (bavail * bsize > needed * 1.1) return;
  const megabytes = Math.ceil((needed * 1.1) / 1_000_000);
  throw new DomainError(
    "unavailable",
    `The database must be copied before it is changed for this version, which needs ${megabytes} MB ` +
      `on the disk of ${data}. Make room and start again; nothing was changed.`,
  );
}

async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const sizes = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => stat(join(entry.parentPath, entry.name))),
  );
  return sizes.reduce((sum, { size }) => sum + size, 0);
}

/** The server refuses a folder that is not its user's, who differs from us only under root. */
async function copyOwner(original: string, copy: string): Promise<void> {
  const { uid, gid } = await stat(original);
  if (uid === (await stat(copy)).uid) return;
  const entries = await readdir(copy, { recursive: true, withFileTypes: true });
  for (const entry of entries) await lchown(join(entry.parentPath, entry.name), uid, gid);
  await lchown(copy, uid, gid);
}
