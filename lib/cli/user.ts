import { type Command, Option } from "commander";
import { addMember } from "#lib/access/add-member.ts";
import { addUser } from "#lib/access/add-user.ts";
import { makeSignInLink } from "#lib/access/make-sign-in-link.ts";
import { Email, UserInput } from "#lib/access/model.ts";
import { getUserByEmail } from "#lib/access/queries.ts";
import { MEMBER_ROLES, type Context, type MemberRole } from "#lib/context.ts";
import { parseInput } from "#lib/input.ts";
import { getProjectByNameOrId } from "#lib/projects/queries.ts";
import { inTransaction } from "#lib/transaction.ts";
import { type Io, UsageError } from "./io.ts";

type Added = { id: string; email: string; link: string };
type AddOptions = { name: string; project?: string; role?: MemberRole };

/** `onrecord user add EMAIL --name NAME [--project P --role ROLE]` and `onrecord user link EMAIL`. */
export function registerUser(program: Command, io: Io): void {
  const user = program.command("user").description("people and how they get in");
  user
    .command("add")
    .description("an account, and a one-time link to sign in")
    .argument("<email>")
    .requiredOption("--name <name>", "how the person is called")
    .option("--project <project>", "also a member of this project (id or exact name)")
    .addOption(
      new Option("--role <role>", "as what; an annotator unless said").choices(MEMBER_ROLES),
    )
    .action(async (email: string, options: AddOptions) => {
      if (options.role !== undefined && options.project === undefined) {
        throw new UsageError("A role is had in a project: say which one with --project.");
      }
      const input = parseInput(UserInput, { email, name: options.name });
      const added = await io.withContext((ctx) => add(ctx, input, options));
      io.result(added, `${input.name} can sign in once with this link:\n${added.link}`);
    });
  user
    .command("link")
    .description("a one-time link to sign in, for who is locked out")
    .argument("<email>")
    .action(async (email: string) => {
      const made = await io.withContext((ctx) => link(ctx, email));
      io.result(made, `${made.email} can sign in once with this link:\n${made.link}`);
    });
}

/** With a project, who has an account already is put into it; without one they are refused. */
async function add(ctx: Context, input: UserInput, options: AddOptions): Promise<Added> {
  return inTransaction(ctx, async (ctx) => {
    const project =
      options.project === undefined ? null : await getProjectByNameOrId(ctx, options.project);
    const there =
      project === null ? null : await ctx.db.user.findUnique({ where: { email: input.email } });
    const { id, email } = there ?? (await addUser(ctx, input));
    if (project !== null) await addMember(ctx, project.id, id, options.role ?? "annotator");
    const { link } = await makeSignInLink(ctx, id);
    return { id, email, link };
  });
}

async function link(ctx: Context, email: string): Promise<Added> {
  const user = await getUserByEmail(ctx, parseInput(Email, email));
  const { link } = await makeSignInLink(ctx, user.id);
  return { id: user.id, email: user.email, link };
}
