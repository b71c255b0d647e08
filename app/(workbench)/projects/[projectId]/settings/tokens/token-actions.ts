"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import type { SecretAnswer } from "#components/access/secret-form.tsx";
import type { FormAnswer } from "#components/projects/form-answer.ts";
import { createToken } from "#lib/access/create-token.ts";
import { revokeToken } from "#lib/access/revoke-token.ts";
import { pageContext } from "#lib/access/session.ts";
import { parseInput } from "#lib/input.ts";
import { refusedForm } from "../../../../refused-form.ts";
import { refusedSecret } from "../../../../refused-secret.ts";

const TokenInput = z.object({ name: z.string().trim().min(1, "Say what it is for.").max(100) });

/** A token with which a program acts as the caller in this project. */
export async function createTokenAction(
  projectId: string,
  _: SecretAnswer,
  form: FormData,
): Promise<SecretAnswer> {
  const ctx = await pageContext();
  try {
    const { name } = parseInput(TokenInput, { name: form.get("name") });
    const { token } = await createToken(ctx, projectId, name);
    revalidatePath(`/projects/${projectId}/settings/tokens`);
    return {
      kind: "made",
      label: `Token for ${name}`,
      secret: token,
      note: "Copy it now: it is shown this once. A program sends it as Authorization: Bearer TOKEN.",
    };
  } catch (error) {
    return refusedSecret(error);
  }
}

/** Refuse a token from now on. */
export async function revokeTokenAction(
  projectId: string,
  tokenId: string,
  _: FormAnswer,
  _form: FormData,
): Promise<FormAnswer> {
  const ctx = await pageContext();
  try {
    await revokeToken(ctx, tokenId);
    revalidatePath(`/projects/${projectId}/settings/tokens`);
    return null;
  } catch (error) {
    return refusedForm(error);
  }
}
