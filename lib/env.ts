import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { z } from "zod";
import { DomainError } from "#lib/errors.ts";

/** What may be set from outside. No other file reads `process.env`. */
export type Env = {
  /** The address to listen on. */
  host: string;
  /** 0 to 65535; 0 lets the system choose. */
  port: number;
  /** Absolute folder that holds all state. */
  dataFolder: string;
  /** An external PostgreSQL; null means the embedded one. */
  databaseUrl: string | null;
  /** Most connections that this process opens for queries. */
  poolSize: number;
  /** The public address, without a slash at the end: links, cookies and origin checks. */
  publicUrl: string;
  /** How many proxies of ours a request passes; 0: what it says of where it came from is not believed. */
  trustedProxies: number;
  /** Addresses in the house that may be fetched although no others there may: "host:port" as a URL writes them. */
  fetchAllow: readonly string[];
  /** The server that sends letters; null: none are sent. */
  smtpUrl: string | null;
  /** Whom letters come from, as a mail header has it. */
  mailFrom: string | null;
  /** The least grave message that is written. */
  logLevel: LogLevel;
  logFormat: LogFormat;
  /** A PostgreSQL for the tests, whose role may create databases; null means an embedded one. */
  testDatabaseUrl: string | null;
  /** Whether `npm start` keeps a worker; without one, others must be at work on the same database. */
  isWorkerWanted: boolean;
  /** Whether to make the demo project; null leaves it to the kind of database. */
  isDemoWanted: boolean | null;
};

const LOG_LEVELS = ["debug", "info", "warn", "error", "silent"] as const;
const LOG_FORMATS = ["text", "json"] as const;

export type LogLevel = (typeof LOG_LEVELS)[number];
export type LogFormat = (typeof LOG_FORMATS)[number];

/**
 * Read the settings. A variable that is set to nothing counts as not set; a value that makes no
 * sense is refused with a sentence that names the variable, and never repeats a secret.
 */
export function readEnv(source: Readonly<Record<string, string | undefined>> = process.env): Env {
  const set = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()));
  const parsed = Variables.safeParse(set);
  if (!parsed.success) {
    const fields = Object.fromEntries(
      parsed.error.issues.map((issue) => [String(issue.path[0]), issue.message]),
    );
    const sentences = Object.entries(fields).map(([name, message]) => `${name} ${message}.`);
    throw new DomainError("invalid", sentences.join(" "), { fields });
  }
  const values = parsed.data;
  return {
    host: values.HOST,
    port: values.PORT,
    dataFolder: resolve(repositoryRoot(), values.ONRECORD_DATA),
    databaseUrl: values.DATABASE_URL ?? null,
    poolSize: values.ONRECORD_POOL,
    publicUrl: values.ONRECORD_URL ?? `http://${urlHost(values.HOST)}:${values.PORT}`,
    trustedProxies: values.ONRECORD_TRUST_PROXY,
    fetchAllow: values.ONRECORD_FETCH_ALLOW,
    smtpUrl: values.ONRECORD_SMTP_URL ?? null,
    mailFrom: values.ONRECORD_MAIL_FROM ?? null,
    logLevel: values.ONRECORD_LOG,
    logFormat: values.ONRECORD_LOG_FORMAT,
    testDatabaseUrl: values.ONRECORD_TEST_DATABASE_URL ?? null,
    isWorkerWanted: values.ONRECORD_WORKER === "yes",
    isDemoWanted: values.ONRECORD_DEMO === undefined ? null : values.ONRECORD_DEMO === "yes",
  };
}

/** The folder with our package.json, wherever the process was started and however it was bundled. */
export function repositoryRoot(): string {
  const starts = [import.meta.dirname ?? process.cwd(), process.cwd()];
  for (const start of starts) {
    for (let folder = start; ; folder = dirname(folder)) {
      if (isOurs(join(folder, "package.json"))) return folder;
      if (folder === dirname(folder)) break;
    }
  }
  return process.cwd();
}

/**
 * What a program that we start gets of our surroundings: what finds programs and libraries, and no
 * more, so that neither a locale nor a variable of the program's own bends what it does.
 */
export function programEnvironment(source: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
  const kept = [
    "PATH",
    "LD_LIBRARY_PATH",
    "DYLD_LIBRARY_PATH",
    "SystemRoot",
    "TEMP",
    "TMP",
    "TMPDIR",
  ];
  const entries = kept.flatMap((name) =>
    source[name] === undefined ? [] : [[name, source[name]]],
  );
  return { ...Object.fromEntries(entries), LC_ALL: "C", LANG: "C" };
}

/** An IPv6 address stands in brackets in a URL; "every address" is reached as this machine. */
export function urlHost(host: string): string {
  if (host === "0.0.0.0" || host === "::") return "localhost";
  return host.includes(":") ? `[${host}]` : host;
}

const PostgresUrl = z
  .string()
  .refine(
    isPostgresUrl,
    "must be the address of a PostgreSQL database, such as postgresql://name:password@host:5432/database",
  );

const Variables = z.object({
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, "must be a host name or an address, such as 127.0.0.1")
    .default("127.0.0.1"),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, "must be a number from 0 to 65535")
    .transform(Number)
    .refine((port) => port <= 65_535, "must be a number from 0 to 65535")
    .default(3000),
  ONRECORD_DATA: z.string().default(".data"),
  DATABASE_URL: PostgresUrl.optional(),
  ONRECORD_TEST_DATABASE_URL: PostgresUrl.optional(),
  ONRECORD_POOL: z
    .string()
    .regex(/^[1-9]\d{0,2}$/, "must be a number from 1 to 999")
    .transform(Number)
    .default(10),
  ONRECORD_URL: z
    .string()
    .refine(
      isOrigin,
      "must be an http or https address without a path, such as https://desk.example.org",
    )
    .transform((url) => new URL(url).origin)
    .optional(),
  ONRECORD_TRUST_PROXY: z
    .string()
    .regex(/^\d$/, "must be the number of proxies before Onrecord, from 0 to 9")
    .transform(Number)
    .default(0),
  ONRECORD_FETCH_ALLOW: z
    .string()
    .transform((list) =>
      list
        .toLowerCase()
        .split(/[\s,]+/)
        .filter(Boolean),
    )
    .refine(
      (list) => list.every(isHostAndPort),
      "must be a list of hosts with their ports, such as archive.desk.example:8080, [fd00::7]:443",
    )
    .default([]),
  ONRECORD_SMTP_URL: z
    .string()
    .refine(
      isSmtpUrl,
      "must be the address of a mail server, such as smtps://name:password@mail.example.org:465",
    )
    .optional(),
  ONRECORD_MAIL_FROM: z
    .string()
    .regex(
      /^[^\r\n]*[^\s@<]+@[^\s@>]+>?$/,
      "must be an address, such as Onrecord <desk@example.org>",
    )
    .optional(),
  ONRECORD_LOG: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(", ")}`).default("info"),
  ONRECORD_LOG_FORMAT: z
    .enum(LOG_FORMATS, `must be one of ${LOG_FORMATS.join(", ")}`)
    .default("text"),
  ONRECORD_WORKER: z.enum(["yes", "no"], "must be yes or no").default("yes"),
  ONRECORD_DEMO: z.enum(["yes", "no"], "must be yes or no").optional(),
});

function isPostgresUrl(value: string): boolean {
  return URL.canParse(value) && ["postgres:", "postgresql:"].includes(new URL(value).protocol);
}

function isSmtpUrl(value: string): boolean {
  return URL.canParse(value) && ["smtp:", "smtps:"].includes(new URL(value).protocol);
}

function isOrigin(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const url = new URL(value);
  const isBare =
    url.pathname === "/" && url.search === "" && url.hash === "" && url.username === "";
  return isBare && ["http:", "https:"].includes(url.protocol);
}

/** Written as the URL of such an address would have it, so that the two can be compared. */
function isHostAndPort(entry: string): boolean {
  const port = Number(/:(\d{1,5})$/.exec(entry)?.[1] ?? Number.NaN);
  const address = `http://${entry}/`;
  if (!(port >= 1 && port <= 65_535) || !URL.canParse(address)) return false;
  return `${new URL(address).hostname}:${port}` === entry;
}

function isOurs(file: string): boolean {
  return existsSync(file) && /"name":\s*"onrecord"/.test(readFileSync(file, "utf8"));
}
