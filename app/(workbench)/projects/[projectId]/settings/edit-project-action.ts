"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { FormAnswer } from "#components/projects/form-answer.ts";
import { pageContext } from "#lib/access/session.ts";
import { parseInput } from "#lib/input.ts";
import { editProject } from "#lib/projects/edit-project.ts";
import { ProjectChange } from "#lib/projects/model.ts";
import { refusedForm } from "../../../refused-form.ts";
import { readProjectForm } from "../../read-project-form.ts";

/** Change the project's name, its scope, or how its pages are fetched. */
export async function editProjectAction(
  projectId: string,
  _: FormAnswer,
  form: FormData,
): Promise<FormAnswer> {
  const ctx = await pageContext();
  try {
    const change = { ...readProjectForm(form), honoursRobots: form.get("honoursRobots") !== null };
    await editProject(ctx, projectId, parseInput(ProjectChange, change));
  } catch (error) {
    return refusedForm(error);
  }
  revalidatePath("/", "layout");
  redirect(`/projects/${encodeURIComponent(projectId)}/settings?saved`);
}
