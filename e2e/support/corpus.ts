import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { repositoryRoot } from "#lib/env.ts";

/** Real articles, which belong to their publishers and stay outside the repository. */
const FOLDER = join(repositoryRoot(), "..", "shared", "corpus");

/** The folder with the articles, or null where it is absent. */
export function findCorpus(): string | null {
  const articles = join(FOLDER, "articles");
  return existsSync(articles) && existsSync(join(FOLDER, "reference.json")) ? articles : null;
}

const Reference = z.object({
  articles: z.array(
    z.object({
      article: z.string(),
      annotations: z.array(
        z.object({
          id: z.string(),
          tag: z.enum(["claim", "denial", "attribution"]),
          segments: z.array(
            z.object({
              role: z.enum(["content", "source", "cue"]),
              start: z.int(),
              end: z.int(),
              exact: z.string(),
            }),
          ),
          absent: z.array(z.string()).optional(),
          attributes: z.record(z.string(), z.unknown()),
          links: z.array(z.object({ type: z.string(), to: z.string() })),
        }),
      ),
    }),
  ),
  links: z.array(z.object({ type: z.string(), from: z.string(), to: z.string() })),
});

/** What people marked in the articles by hand. */
export function readReference(): z.infer<typeof Reference> {
  return Reference.parse(JSON.parse(readFileSync(join(FOLDER, "reference.json"), "utf8")));
}
