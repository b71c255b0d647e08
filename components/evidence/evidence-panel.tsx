"use client";

import { Plus } from "lucide-react";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { v7 as uuidv7 } from "uuid";
import { Button } from "#components/ui/button.tsx";
import { useKeptState } from "#components/ui/use-kept-state.ts";
import type { MemberRole } from "#lib/context.ts";
import type { Evidence } from "#lib/evidence/model.ts";
import { draftOf, EvidenceDraft, isWritten, newDraft } from "./evidence-draft.ts";
import { EvidenceForm } from "./evidence-form.tsx";
import type { EvidenceKeeper } from "./evidence-keeper.ts";
import { EvidenceItem } from "./evidence-item.tsx";
import { useMembers } from "./use-members.ts";

type Props = {
  projectId: string;
  annotationId: string;
  me: { readonly id: string; readonly role: MemberRole };
  /** The evidence on this annotation that the reader may see. */
  items: readonly Evidence[];
  keeper: EvidenceKeeper;
  /** How safe an item is, where that is to be said. */
  renderSafety?: (item: Evidence) => ReactNode;
  /** Opens the form as soon as it stands there, for the key that asked for it. */
  isAdding?: boolean;
  /** The form was closed, saved or not. */
  onClosed?: () => void;
};

const NEW = "new";

/**
 * The evidence on one annotation, with what it takes to add, change and take away. Give it the
 * annotation's id as its key. What is typed is kept for each item until it is handed on.
 */
export function EvidencePanel(props: Props) {
  const { projectId, annotationId, me, items, keeper } = props;
  const [openId, setOpenId] = useState<string | null>(props.isAdding ? NEW : null);
  const [blank, setBlank] = useState(() => newDraft(uuidv7()));
  const [kept, keep] = useKeptState(
    `onrecord.evidence.${me.id}.${annotationId}.${openId ?? NEW}`,
    EvidenceDraft,
  );
  const box = useRef<HTMLElement>(null);
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
                    ? () => keeper.takeAway(item)
                    : null
                }
                safety={props.renderSafety?.(item)}
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
            keeper={keeper}
            onKept={forget}
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
