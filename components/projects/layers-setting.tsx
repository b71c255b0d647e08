"use client";

import { startTransition } from "react";
import { useToldAction } from "#components/access/use-told-action.ts";
import { AlertDialog } from "#components/ui/alert-dialog.tsx";
import { Button } from "#components/ui/button.tsx";
import type { Layers } from "#lib/projects/model.ts";
import type { FormAnswer } from "./form-answer.ts";
import { LAYERS_WORDS } from "./layers-words.ts";

type Props = {
  layers: Layers;
  /** Makes it the other one. */
  action: (before: FormAnswer, form: FormData) => Promise<FormAnswer>;
  /** Why a shared project cannot become blind; null when it can. */
  refusal: string | null;
};

/** Who sees whose work in the project, and the way to change it. */
export function LayersSetting({ layers, action, refusal }: Props) {
  const [send, isPending] = useToldAction(action);
  const { label, hint } = LAYERS_WORDS[layers];
  const change = layers === "blind" ? REVEAL : MAKE_BLIND;
  const button = (
    <Button pending={isPending} disabled={refusal !== null}>
      {change.label}…
    </Button>
  );
  return (
    <div className="grid max-w-xl gap-3">
      <h2 className="text-lg font-semibold">Layers</h2>
      <p>
        <strong className="font-medium">{label}.</strong> {hint}
      </p>
      {refusal === null ? (
        <div>
          <AlertDialog
            title={change.question}
            confirmLabel={change.label}
            isDangerous={layers === "blind"}
            onConfirm={() => startTransition(() => send(new FormData()))}
            trigger={button}
          >
            {change.consequences.map((sentence) => (
              <p key={sentence} className="mt-2">
                {sentence}
              </p>
            ))}
          </AlertDialog>
        </div>
      ) : (
        <p className="text-muted">It cannot become blind: {refusal}</p>
      )}
    </div>
  );
}

const REVEAL = {
  label: "Reveal",
  question: "Reveal everybody’s work?",
  consequences: [
    "From then on every member sees everybody’s annotations, links and evidence in all states, the threads about them, how far everybody is, and who reads where; also what was done until now. Notes to oneself stay private.",
    "Annotations can be approved and rejected.",
    "What was seen cannot be made unseen: once two people have worked here, the project cannot become blind again. The project’s record keeps who revealed it, and when.",
  ],
};

const MAKE_BLIND = {
  label: "Make it blind",
  question: "Make this project blind?",
  consequences: [
    "From then on annotators see their own work only, and are told nothing of what others do: no annotations, counts, states, threads or events, and not who is here. Those who review or manage see everybody’s work.",
    "Annotations stay submitted: nothing is approved or rejected until the project is revealed.",
  ],
};
