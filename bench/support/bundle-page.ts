import { join } from "node:path";
import { build } from "vite";
import { repositoryRoot } from "#lib/env.ts";

/** A script of bench/pages as a browser runs it (its exports under `name`), and its styles. */
export async function bundlePage(file: string, name: string): Promise<{ js: string; css: string }> {
  const root = repositoryRoot();
  const built = await build({
    root,
    configFile: false,
    logLevel: "error",
    publicDir: false,
    define: { "process.env.NODE_ENV": '"production"' },
    build: {
      write: false,
      minify: true,
      // "use client" means nothing to a page that is nothing else.
      rolldownOptions: { onLog: () => {} },
      cssMinify: true,
      lib: { entry: join(root, "bench", "pages", file), name, formats: ["iife"] },
    },
  });
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((one) =>
    "output" in one ? one.output : [],
  );
  const js = outputs.find((one) => one.type === "chunk")?.code;
  const css = outputs.find((one) => one.fileName.endsWith(".css"));
  if (js === undefined) throw new Error(`${file} gave no script.`);
  return { js, css: css?.type === "asset" ? String(css.source) : "" };
}
