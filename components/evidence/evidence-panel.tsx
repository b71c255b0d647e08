"use client";

import { Plus } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { v7 as uuidv7 } from "uuid";
import { callApi } from "#components/http/call-api.ts";
import { Button } from "#components/ui/button.tsx";
import { useToast } from "#components/ui/toast.tsx";
import { useKeptState } from "#components/ui/use-kept-state.ts";
import type { MemberRole } from "#lib/context.ts";
import type { Evidence } from "#lib/evidence/model.ts";
import { draftOf, EvidenceDraft, isWritten, newDraft } from "./evidence-draft.ts";
import { EvidenceForm } from "./evidence-form.tsx";
import { EvidenceItem } from "./evidence-item.tsx";
import { useMembers } from "./use-members.ts";

type Props = {
  projectId: string;
  annotationId: string;
  me: { readonly id: string; readonly role: MemberRole };
  /** The evidence on this annotation that the reader may see. */
  items: readonly Evidence[];
  /** The server has it: new, or changed. */
  onPut: (item: Evidence) => void;
  /** The server has taken it away. */
  onDelete: (id: string) => void;
  /** Opens the form as soon as it stands there, for the key that asked for it. */
  isAdding?: boolean;
  /** The form was closed, saved or not. */
  onClosed?: () => void;
};

const NEW = "new";

/**
 * The evidence on one annotation, with what it takes to add, change and take away. Give it the
 * annotation's id as its key. What is typed is kept for each item until the server has it.
 */
export function EvidencePanel(props: Props) {
  const { projectId, annotationId, me, items } = props;
  const [openId, setOpenId] = useState<string | null>(props.isAdding ? NEW : null);
  const [blank, setBlank] = useState(() => newDraft(uuidv7()));
  const [kept, keep] = useKeptState(
    `onrecord.evidence.${me.id}.${annotationId}.${openId ?? NEW}`,
    EvidenceDraft,
  );
  const box = useRef<HTMLElement>(null);
  const remove = useRemove(props);
  const opened = items.find(({ id }) => id === openId);
  const draft = openId === null ? null : (kept ?? (opened ? draftOf(opened) : blank));
  const members = useMembers(
    projectId,
    draft?.confidential === true || items.some((item) => item.confidential),
  );
  const mayWrite = me.role !== "reader";

  useEffect(() => {
    if (openId !== null) box.current?.querySelector<HTMLElement>("form input:checked")?.focus();
  }, [openId]);

  function close(): void {
    setOpenId(null);
    box.current?.focus();
    props.onClosed?.();
  }

  function forget(): void {
    keep(null);
    setBlank(newDraft(uuidv7()));
    close();
  }

  return (
    <section ref={box} tabIndex={-1} aria-label="Evidence" className="outline-none">
      {items.length === 0 && !draft && <p className="mb-2 text-muted">No evidence yet.</p>}
      {items.length > 0 && (
        <ul>
          {items.map((item) =>
            item.id === openId ? null : (
              <EvidenceItem
                key={item.id}
                projectId={projectId}
                item={item}
                myId={me.id}
                members={members ?? []}
                onEdit={mayWrite && item.author.id === me.id ? () => setOpenId(item.id) : null}
                onDelete={
                  mayWrite && (item.author.id === me.id || me.role === "manager")
                    ? () => void remove(item)
                    : null
                }
              />
            ),
          )}
        </ul>
      )}
      {draft && (
        <div className="border-t border-line pt-3">
          <EvidenceForm
            key={draft.id}
            projectId={projectId}
            annotationId={annotationId}
            myId={me.id}
            members={members}
            draft={draft}
            onDraft={keep}
            onSaved={(item) => {
              forget();
              props.onPut(item);
            }}
            onClose={close}
            onDiscard={forget}
          />
        </div>
      )}
      {mayWrite && !draft && (
        <Button
          size="small"
          icon={<Plus aria-hidden className="size-4" />}
          onClick={() => setOpenId(NEW)}
        >
          {kept && isWritten(kept) ? "Go on with your draft" : "Add evidence"}
        </Button>
      )}
    </section>
  );
}

function useRemove({ onDelete, onPut }: Pick<Props, "onDelete" | "onPut">) {
  const toast = useToast();
  return async function remove(item: Evidence): Promise<void> {
    const outcome = await callApi<{ id: string }>({
      method: "DELETE",
      path: `/evidence/${item.id}`,
      ifMatch: item.version,
    });
    if (outcome.kind === "done") {
      onDelete(item.id);
      toast({ text: "Evidence taken away." });
      return;
    }
    const { current } = outcome.problem.detail;
    if (typeof current === "object" && current !== null) onPut(current as Evidence);
    toast({ text: `${outcome.problem.message} The evidence stands as it is.`, isProblem: true });
  };
}
