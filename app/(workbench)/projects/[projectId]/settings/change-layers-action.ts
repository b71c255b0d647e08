"use server";

import { revalidatePath } from "next/cache";
import type { FormAnswer } from "#components/projects/form-answer.ts";
import { pageContext } from "#lib/access/session.ts";
import { changeLayers } from "#lib/projects/change-layers.ts";
import type { Layers } from "#lib/projects/model.ts";
import { refusedForm } from "../../../refused-form.ts";

/** Reveal the project, or make it blind. */
export async function changeLayersAction(
  projectId: string,
  layers: Layers,
  _: FormAnswer,
  __: FormData,
): Promise<FormAnswer> {
  const ctx = await pageContext();
  try {
    await changeLayers(ctx, projectId, layers);
  } catch (error) {
    return refusedForm(error);
  }
  revalidatePath("/", "layout");
  return null;
}
