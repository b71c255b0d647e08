import { join } from "node:path";

/** What lies where in the data folder. */
export type Folders = {
  /** The data folder itself, ours alone (0700). */
  data: string;
  /** PostgreSQL's own folder. */
  cluster: string;
  /** The password, inside the cluster so that both are made, copied and moved as one. */
  password: string;
  /** What the server writes. */
  log: string;
  /** Held while the server is started or stopped. */
  lock: string;
};

export const PASSWORD_FILE = "onrecord-password";

export function foldersIn(data: string): Folders {
  const cluster = join(data, "postgres");
  return {
    data,
    cluster,
    password: join(cluster, PASSWORD_FILE),
    log: join(data, "postgres.log"),
    lock: join(data, "postgres.lock"),
  };
}
