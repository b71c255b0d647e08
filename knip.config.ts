import type { KnipConfig } from "knip";

export default {
  entry: [
    "scripts/{start,test,dev,check,bench,cli,make-migration,draw-architecture}.ts",
    "scripts/{bootstrap,onrecord}.mjs",
    "scripts/import-walls.ts",
    "app/**/{page,layout,route,error,global-error,not-found,loading}.{ts,tsx}",
    "proxy.ts",
    "instrumentation.ts",
    "bench/{*.bench,show-figures}.ts",
    "bench/support/export-alone.ts",
    "prisma/factories.ts",
    "prisma/scenarios/*.ts",
    "lib/**/testing/*.ts",
    "e2e/**/*.ts",
  ],
  project: ["{app,components,lib,scripts,e2e,bench,prisma}/**/*.{ts,tsx,mjs}", "*.ts"],
  ignore: ["generated/**", "next-types.d.ts"],
  ignoreDependencies: [
    // The pinned runtime, which is a program and not imported.
    "node",
    // Imported by the style sheet.
    "@fontsource-variable/inter",
    "@fontsource-variable/source-serif-4",
    "tailwindcss",
  ],
  ignoreExportsUsedInFile: true,
} satisfies KnipConfig;
