"use client";

import { Checkbox } from "#components/ui/checkbox.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import type { EvidenceDraft } from "./evidence-draft.ts";
import type { EvidenceMember } from "./viewers-words.ts";

type Props = {
  myId: string;
  members: readonly EvidenceMember[] | null;
  draft: EvidenceDraft;
  error: string | null;
  change: (next: Partial<EvidenceDraft>) => void;
};

/** Whether the evidence is confidential, and who may see it then. Managers always may. */
export function ViewersField({ myId, members, draft, error, change }: Props) {
  const { confidential, viewers } = draft;
  const choosable = members?.filter(({ id, role }) => id !== myId && role !== "manager");
  return (
    <div className="grid gap-2">
      <Checkbox
        label="Confidential"
        hint="Seen by you, the managers and whom you choose. Left out of every export unless it is named."
        checked={confidential}
        onCheckedChange={(isSo) => change({ confidential: isSo })}
      />
      {confidential && (
        <fieldset className="ml-6 grid gap-1">
          <legend className="mb-1 font-medium">Who else may see it</legend>
          {choosable === undefined && <Spinner label="Reading who is in the project" />}
          {choosable?.length === 0 && (
            <p className="text-muted">Nobody else is in the project but managers.</p>
          )}
          {choosable?.map(({ id, name, role }) => (
            <Checkbox
              key={id}
              label={
                <>
                  {name} <span className="text-sm text-muted">{role}</span>
                </>
              }
              checked={viewers.includes(id)}
              onCheckedChange={(isViewer) =>
                change({
                  viewers: isViewer ? [...viewers, id] : viewers.filter((each) => each !== id),
                })
              }
            />
          ))}
          {error && <p className="text-sm font-medium text-danger">{error}</p>}
        </fieldset>
      )}
    </div>
  );
}
