import { openDB, type DBSchema, type IDBPDatabase } from "idb";

/** An upload that has begun, as it lies in the browser until the server has all of it. */
export type KeptUpload = {
  readonly id: string;
  readonly projectId: string;
  readonly userId: string;
  readonly name: string;
  /** How many files it has in all. */
  readonly total: number;
  readonly isPaused: boolean;
  /** What the server would not take, each with the reason. */
  readonly refused: readonly RefusedFile[];
};

export type RefusedFile = { readonly path: string; readonly problem: string };

/** A file that waits to be sent; `index` is its place in the upload. */
export type KeptFile = { readonly index: number; readonly path: string; readonly file: Blob };

/** Where unsent files lie, so that a reload loses none: the browser's database, or memory in a test. */
export type UploadStorage = {
  list(userId: string): Promise<KeptUpload[]>;
  /** Writes the upload and its files. Rejects when the browser has no room for them. */
  keep(upload: KeptUpload, files: readonly KeptFile[]): Promise<void>;
  update(upload: KeptUpload): Promise<void>;
  /** The places of the files that are not sent yet, in order. */
  waiting(uploadId: string): Promise<number[]>;
  read(uploadId: string, index: number): Promise<KeptFile | null>;
  drop(uploadId: string, index: number): Promise<void>;
  forget(uploadId: string): Promise<void>;
};

/** Unsent files in IndexedDB. Rejects where the browser forbids it or has no room. */
export function browserUploads(): UploadStorage {
  let opened: Promise<IDBPDatabase<Schema>> | null = null;
  function database(): Promise<IDBPDatabase<Schema>> {
    opened ??= openDB<Schema>("onrecord-uploads", 1, {
      upgrade(db) {
        db.createObjectStore("uploads", { keyPath: "id" }).createIndex("userId", "userId");
        db.createObjectStore("files");
      },
      terminated() {
        opened = null;
      },
    });
    // A failed attempt must not stand for ever: the next upload tries anew.
    opened.catch(() => {
      opened = null;
    });
    return opened;
  }
  return {
    async list(userId) {
      return (await database()).getAllFromIndex("uploads", "userId", userId);
    },
    async keep(upload, files) {
      const db = await database();
      for (let at = 0; at < files.length; at += BATCH) {
        const transaction = db.transaction("files", "readwrite");
        await Promise.all([
          ...files
            .slice(at, at + BATCH)
            .map((file) => transaction.store.put(file, [upload.id, file.index])),
          transaction.done,
        ]);
      }
      // Last, so that an upload is only there with all of its files.
      await db.put("uploads", upload);
    },
    async update(upload) {
      const transaction = (await database()).transaction("uploads", "readwrite");
      if (await transaction.store.get(upload.id)) await transaction.store.put(upload);
      await transaction.done;
    },
    async waiting(uploadId) {
      const keys = await (await database()).getAllKeys("files", all(uploadId));
      return keys.map(([, index]) => index);
    },
    async read(uploadId, index) {
      return (await (await database()).get("files", [uploadId, index])) ?? null;
    },
    async drop(uploadId, index) {
      await (await database()).delete("files", [uploadId, index]);
    },
    async forget(uploadId) {
      const db = await database();
      await db.delete("uploads", uploadId);
      await db.delete("files", all(uploadId));
    },
  };
}

/** Unsent files in memory: for browsers that keep nothing. A reload loses them, and says so before. */
export function memoryUploads(): UploadStorage {
  const uploads = new Map<string, KeptUpload>();
  const files = new Map<string, Map<number, KeptFile>>();
  return {
    list: (userId) => Promise.resolve([...uploads.values()].filter((one) => one.userId === userId)),
    keep(upload, given) {
      uploads.set(upload.id, upload);
      files.set(upload.id, new Map(given.map((file) => [file.index, file])));
      return Promise.resolve();
    },
    update(upload) {
      if (uploads.has(upload.id)) uploads.set(upload.id, upload);
      return Promise.resolve();
    },
    waiting: (id) => Promise.resolve([...(files.get(id)?.keys() ?? [])].toSorted((a, b) => a - b)),
    read: (id, index) => Promise.resolve(files.get(id)?.get(index) ?? null),
    drop(id, index) {
      files.get(id)?.delete(index);
      return Promise.resolve();
    },
    forget(id) {
      uploads.delete(id);
      files.delete(id);
      return Promise.resolve();
    },
  };
}

const BATCH = 200;

function all(uploadId: string): IDBKeyRange {
  return IDBKeyRange.bound([uploadId, -1], [uploadId, Infinity]);
}

type Schema = DBSchema & {
  uploads: { key: string; value: KeptUpload; indexes: { userId: string } };
  files: { key: [string, number]; value: KeptFile };
};
