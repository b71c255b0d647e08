import type { Command } from "commander";
import { createTokenFor } from "#lib/access/create-token.ts";
import { Email } from "#lib/access/model.ts";
import { getUserByEmail } from "#lib/access/queries.ts";
import { parseInput } from "#lib/input.ts";
import { getProjectByNameOrId } from "#lib/projects/queries.ts";
import type { Io } from "./io.ts";

/** `onrecord token create EMAIL --project P`. */
export function registerToken(program: Command, io: Io): void {
  const token = program.command("token").description("how other programs get in");
  token
    .command("create")
    .description("a token for the HTTP API; it is shown this once")
    .argument("<email>", "whose account the program acts with")
    .requiredOption("--project <project>", "the only project that it opens (id or exact name)")
    .option("--name <name>", "what it is for", "command line")
    .action(async (email: string, options: { project: string; name: string }) => {
      const made = await io.withContext(async (ctx) => {
        const project = await getProjectByNameOrId(ctx, options.project);
        const user = await getUserByEmail(ctx, parseInput(Email, email));
        return createTokenFor(ctx, project.id, user.id, options.name);
      });
      io.result({ token: made.token }, made.token);
    });
}
