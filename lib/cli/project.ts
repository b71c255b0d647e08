import type { Command } from "commander";
import { parseInput } from "#lib/input.ts";
import { createProject } from "#lib/projects/create-project.ts";
import { ProjectInput } from "#lib/projects/model.ts";
import { listProjects } from "#lib/projects/queries.ts";
import type { Io } from "./io.ts";

/** `onrecord project create NAME` and `onrecord project list`. */
export function registerProject(program: Command, io: Io): void {
  const project = program.command("project").description("make a project, or list them all");
  project
    .command("create")
    .description("make a project, with guidelines to start from")
    .argument("<name>", "a name that no other project bears")
    .option("--layers <layers>", "shared, or blind: annotators see their own work only", "shared")
    .action(async (name: string, { layers }: { layers: string }) => {
      const { id, name: made } = await io.withContext((ctx) =>
        createProject(ctx, parseInput(ProjectInput, { name, layers })),
      );
      io.result({ id, name: made }, `The project ${made} is there. Its id is ${id}.`);
    });
  project
    .command("list")
    .description("list all projects, by name")
    .action(async () => {
      const projects = await io.withContext(listProjects);
      for (const { id, name } of projects) io.result({ id, name }, `${id}  ${name}`);
      if (projects.length === 0)
        io.say("There is no project yet. Make one: onrecord project create NAME");
    });
}
