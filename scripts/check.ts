import { repositoryRoot } from "#lib/env.ts";
import { checkSources, runVitest } from "./checks.ts";
import { runToEnd } from "./run-to-end.ts";

/** `npm run check`: what can be known without a database, a build or a browser. */
await runToEnd(async (signal) => {
  const checking = { root: repositoryRoot(), signal, filters: process.argv.slice(2) };
  return [...(await checkSources(checking)), await runVitest("pure", checking)];
});
