#!/usr/bin/env node
import { run } from "./bootstrap.mjs";

await run("cli", process.argv.slice(2));
