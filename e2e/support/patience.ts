import { expect as soon } from "./fixtures.ts";

/** What is taken in passes through a queue, and a page looks for it ever more slowly. */
export const expect = soon.configure({ timeout: 30_000 });
