"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { FormAnswer } from "#components/projects/form-answer.ts";
import { pageContext } from "#lib/access/session.ts";
import { parseInput } from "#lib/input.ts";
import { createProject } from "#lib/projects/create-project.ts";
import { ProjectInput } from "#lib/projects/model.ts";
import { refusedForm } from "../../refused-form.ts";
import { readProjectForm } from "../read-project-form.ts";

/** Make the project that the form describes, and go there. */
export async function createProjectAction(_: FormAnswer, form: FormData): Promise<FormAnswer> {
  const ctx = await pageContext();
  let id: string;
  try {
    const input = { ...readProjectForm(form), layers: form.get("layers") ?? undefined };
    ({ id } = await createProject(ctx, parseInput(ProjectInput, input)));
  } catch (error) {
    return refusedForm(error);
  }
  revalidatePath("/", "layout");
  redirect(`/projects/${id}`);
}
