import { type LogFormat, type LogLevel, readEnv } from "#lib/env.ts";

export type Fields = Readonly<Record<string, unknown>>;

export type Logger = {
  debug(message: string, fields?: Fields): void;
  info(message: string, fields?: Fields): void;
  warn(message: string, fields?: Fields): void;
  error(message: string, fields?: Fields): void;
};

/**
 * Messages for whoever runs the installation, one a line on standard error: standard output
 * belongs to the commands. Passwords in addresses and fields that are named like secrets are
 * struck out; still, never hand a person's text to a log.
 */
export const log: Logger = makeLogger({
  level: () => readEnv().logLevel,
  format: () => readEnv().logFormat,
  write: (line) => process.stderr.write(line),
});

/** A logger of one's own; level and format are asked for at every message. */
export function makeLogger(options: {
  level: () => LogLevel;
  format: () => LogFormat;
  write: (line: string) => void;
}): Logger {
  const at =
    (level: Exclude<LogLevel, "silent">) =>
    (message: string, fields: Fields = {}) => {
      if (RANK[level] < RANK[options.level()]) return;
      const clean = Object.fromEntries(
        Object.entries(fields).map(([name, value]) => [
          name,
          SECRET.test(name) ? "***" : plain(value),
        ]),
      );
      const line = { at: new Date().toISOString(), level, message: redact(message), ...clean };
      options.write(
        `${options.format() === "json" ? JSON.stringify(line) : asText(line, clean)}\n`,
      );
    };
  return { debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error") };
}

/** The text with the password of every address in it struck out. */
export function redact(text: string): string {
  return text.replace(/([a-z][a-z0-9+.-]{0,30}:\/\/[^\s:/@]*):[^\s/]*@/gi, "$1:***@");
}

const RANK = { debug: 0, info: 1, warn: 2, error: 3, silent: 4 } as const;
const SECRET = /password|secret|token|cookie|authorization/i;

function plain(value: unknown): unknown {
  if (value instanceof Error) return redact(value.stack ?? `${value.name}: ${value.message}`);
  if (typeof value === "string") return redact(value);
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map(plain);
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, SECRET.test(name) ? "***" : plain(inner)]),
  );
}

function asText(line: { at: string; level: string; message: string }, fields: Fields): string {
  const rest = Object.entries(fields).map(([name, value]) =>
    typeof value === "string" && !/\s/.test(value)
      ? `${name}=${value}`
      : `${name}=${JSON.stringify(value)}`,
  );
  return [line.at, line.level.padEnd(5), line.message, ...rest].join(" ");
}
