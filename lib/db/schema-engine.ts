import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  DriverAdapterError,
} from "@prisma/driver-adapter-utils";
import type { MigrationList, SchemaEngine } from "@prisma/schema-engine-wasm";
import pg from "pg";
import { z } from "zod";
import { findRefusal } from "./conflicts.ts";
import type { Migration } from "./migration-folder.ts";

export type { SchemaEngine } from "@prisma/schema-engine-wasm";

export const NO_FILTERS = { externalTables: [], externalEnums: [] };

/**
 * Prisma's own schema engine, as WebAssembly from the npm registry: its usual form is a program
 * that is fetched from elsewhere, which a locked-down machine cannot. It works on the connections
 * of the pool. `onScriptError` is given the driver's own error when a migration's script fails.
 */
export async function loadSchemaEngine(
  pool: pg.Pool,
  datamodel: [path: string, content: string][] = [
    ["schema.prisma", 'datasource db {\n  provider = "postgresql"\n}\n'],
  ],
  onScriptError: (error: unknown) => void = () => undefined,
): Promise<SchemaEngine> {
  const Engine = await instantiate();
  const factory = wholeScripts(new PrismaPg(pool), onScriptError);
  return await Engine.new(
    { datamodels: datamodel },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(factory),
  );
}

/** A list of migrations in the form that the engine takes; it reads no files itself. */
export function asMigrationList(migrations: readonly Migration[]): MigrationList {
  return {
    baseDir: "prisma/migrations",
    lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
    shadowDbInitScript: "",
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: "migration.sql", content: { tag: "ok", value: sql } },
    })),
  };
}

type Connection = Awaited<ReturnType<PrismaPg["connect"]>>;
type EngineClass = typeof SchemaEngine;

let loading: Promise<EngineClass> | undefined;

async function instantiate(): Promise<EngineClass> {
  loading ??= (async () => {
    const folder = dirname(createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm"));
    const glue: WebAssembly.ModuleImports & { SchemaEngine?: EngineClass } = await import(
      /* turbopackIgnore: true */ /* @vite-ignore */ pathToFileURL(
        join(folder, "schema_engine_bg.js"),
      ).href
    );
    const bytes = await readFile(join(folder, "schema_engine_bg.wasm"));
    const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": glue });
    Glue.parse(glue).__wbg_set_wasm(instance.exports);
    Exports.parse(instance.exports).__wbindgen_start();
    if (glue.SchemaEngine === undefined) throw new Error("The schema engine is not what it was.");
    return glue.SchemaEngine;
  })();
  return await loading;
}

const Glue = z.object({
  __wbg_set_wasm: z.custom<(exports: WebAssembly.Exports) => void>(isFunction),
});
const Exports = z.object({ __wbindgen_start: z.custom<() => void>(isFunction) });

function isFunction(value: unknown): boolean {
  return typeof value === "function";
}

/**
 * The adapter cuts a script at every semicolon, which breaks the body of a function and leaves half
 * a migration behind. Sent as one query a script is one transaction of its own, or part of ours.
 */
function wholeScripts(factory: PrismaPg, onScriptError: (error: unknown) => void): PrismaPg {
  const patch = (connection: Connection) => {
    connection.executeScript = async (script) => {
      try {
        await connection.underlyingDriver().query(script);
      } catch (error) {
        onScriptError(error);
        throw asAdapterError(error);
      }
    };
    readCatalogueChar(connection);
    return connection;
  };
  const connect = factory.connect.bind(factory);
  const connectToShadowDb = factory.connectToShadowDb.bind(factory);
  factory.connect = async () => patch(await connect());
  factory.connectToShadowDb = async () => patch(await connectToShadowDb());
  return factory;
}

/**
 * The adapter refuses the type "char" of PostgreSQL's catalogue, although the engine asks for it
 * when it describes a database, and knows it under the name of Character.
 */
function readCatalogueChar(connection: Connection): void {
  const charsOf = new WeakMap<object, number[]>();
  const pool = connection.underlyingDriver();
  const query = pool.query.bind(pool);
  Object.assign(pool, {
    query: async (config: pg.QueryArrayConfig<unknown[]> | string) => {
      if (typeof config === "string") return await query(config);
      const result = await query(config);
      const chars = [...result.fields.keys()].filter(
        (i) => result.fields[i]?.dataTypeID === CHAR_OID,
      );
      for (const field of result.fields) {
        if (field.dataTypeID === CHAR_OID) field.dataTypeID = pg.types.builtins.TEXT;
      }
      charsOf.set(result.rows, chars);
      return result;
    },
  });
  const queryRaw = connection.queryRaw.bind(connection);
  connection.queryRaw = async (asked) => {
    const answer = await queryRaw(asked);
    const chars = charsOf.get(answer.rows) ?? [];
    const columnTypes = answer.columnTypes.map((type, i) =>
      chars.includes(i) ? ColumnTypeEnum.Character : type,
    );
    return { ...answer, columnTypes };
  };
}

const CHAR_OID = 18;

/** The only kind of error that the engine understands. */
function asAdapterError(error: unknown): unknown {
  const refusal = findRefusal(error);
  if (refusal === null) return error;
  return new DriverAdapterError({
    kind: "postgres",
    code: refusal.code,
    message: refusal.message,
    severity: "ERROR",
    detail: undefined,
    column: undefined,
    hint: undefined,
  });
}
