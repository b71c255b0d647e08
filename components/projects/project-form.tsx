"use client";

import { type ReactNode, startTransition, useActionState } from "react";
import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Field } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { RadioGroup } from "#components/ui/radio-group.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import { LAYERS, type Scope } from "#lib/projects/model.ts";
import type { FormAnswer } from "./form-answer.ts";
import { LAYERS_WORDS } from "./layers-words.ts";

type Props = {
  action: (before: FormAnswer, form: FormData) => Promise<FormAnswer>;
  /** What it is now; left out for a new project. */
  project?: { name: string; scope: Scope; honoursRobots: boolean };
  submitLabel: string;
  cancelHref?: string;
  children?: ReactNode;
};

/** A project's name, what it marks, and how its pages are fetched; of a new one also who sees whose work. */
export function ProjectForm({ action, project, submitLabel, cancelHref, children }: Props) {
  const [answer, send, isPending] = useActionState(action, null);
  const fields = answer?.fields ?? {};
  const topicsProblem = Object.entries(fields).find(([path]) =>
    path.startsWith("scope.topics"),
  )?.[1];
  return (
    <form
      action={send}
      onSubmit={(event) => {
        // Sent by hand, because React empties a form that it sends itself.
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        startTransition(() => send(form));
      }}
      className="grid max-w-xl gap-6"
    >
      <Field label="Name" name="name" error={fields.name}>
        <TextInput defaultValue={project?.name} required maxLength={200} autoComplete="off" />
      </Field>
      <Field
        label="Topics"
        name="topics"
        hint="One a line. Leave it empty to mark everything that the articles say."
        error={topicsProblem}
      >
        <TextArea defaultValue={project?.scope.topics.join("\n")} rows={3} />
      </Field>
      <RadioGroup
        legend="Attributions"
        name="attributions"
        defaultValue={project?.scope.attributions ?? "all"}
        options={[
          {
            value: "all",
            label: "All",
            hint: "Everything that the text puts into somebody’s mouth.",
          },
          {
            value: "around-claims-and-denials",
            label: "Only those around claims and denials",
            hint: "Who made a claim that is marked, and who denied it.",
          },
        ]}
      />
      <p className="text-sm text-muted">
        Topics and attributions are the project’s scope. Every export says what it was.
      </p>
      {!project && (
        <RadioGroup
          legend="Layers"
          name="layers"
          defaultValue="shared"
          options={LAYERS.map((value) => ({ value, ...LAYERS_WORDS[value] }))}
        />
      )}
      {project && (
        <Checkbox
          name="honoursRobots"
          defaultChecked={project.honoursRobots}
          label="Honour robots.txt"
          hint="Pages are left alone that their site asks programs not to fetch. Such a page can still be pasted."
        />
      )}
      {children && <p className="text-muted">{children}</p>}
      {answer && Object.keys(fields).length === 0 && (
        <Notice kind="problem">{answer.problem}</Notice>
      )}
      <div className="flex gap-2">
        <Button type="submit" variant="primary" pending={isPending}>
          {submitLabel}
        </Button>
        {cancelHref && <ButtonLink href={cancelHref}>Cancel</ButtonLink>}
      </div>
    </form>
  );
}
