import { useActionState } from "react";
import { useToast } from "#components/ui/toast.tsx";
import type { FormAnswer } from "#components/projects/form-answer.ts";
import type { FormAction } from "./kept-form.tsx";

/** An action outside of a form: what is refused is said in passing. */
export function useToldAction(action: FormAction): [(form: FormData) => void, boolean] {
  const toast = useToast();
  const [, send, isPending] = useActionState(async (before: FormAnswer, form: FormData) => {
    const answer = await action(before, form);
    if (answer) toast({ text: answer.problem, isProblem: true });
    return answer;
  }, null);
  return [send, isPending];
}
