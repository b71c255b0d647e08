"use client";

import { Lock, Pencil, Trash2 } from "lucide-react";
import { useState, type ReactNode } from "react";
import { AlertDialog } from "#components/ui/alert-dialog.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Time } from "#components/ui/time.tsx";
import type { Evidence } from "#lib/evidence/model.ts";
import { EVIDENCE_KIND_WORDS } from "./evidence-kinds.ts";
import { EvidenceWords } from "./evidence-words.tsx";
import { StanceLabel } from "./stance-label.tsx";
import { viewersWords, type EvidenceMember } from "./viewers-words.ts";

type Props = {
  projectId: string;
  item: Evidence;
  myId: string;
  members: readonly EvidenceMember[];
  /** Null where the reader may not. */
  onEdit: (() => void) | null;
  onDelete: (() => void) | null;
  safety?: ReactNode;
};

/** One thing that bears on an annotation: what it does, why, who added it, and who may see it. */
export function EvidenceItem(props: Props) {
  const { projectId, item, myId, members, onEdit, onDelete, safety } = props;
  const [isAsking, setAsking] = useState(false);
  const kind = EVIDENCE_KIND_WORDS[item.kind];
  return (
    <li className="grid gap-1.5 border-t border-line py-3 first:border-t-0">
      <div className="flex min-h-7 items-center gap-2">
        <StanceLabel stance={item.stance} />
        <span className="text-sm text-muted">{kind}</span>
        {item.confidential && (
          <Badge tone="caution">
            <Lock aria-hidden className="size-3" /> confidential
          </Badge>
        )}
        <span className="-mr-1 ml-auto flex">
          {onEdit && (
            <IconButton label={`Change this ${kind}`} icon={<Pencil />} onClick={onEdit} />
          )}
          {onDelete && (
            <IconButton
              label={`Take this ${kind} away`}
              icon={<Trash2 />}
              onClick={() => setAsking(true)}
            />
          )}
        </span>
      </div>
      <EvidenceWords projectId={projectId} item={item} />
      {item.reason && <p className="whitespace-pre-wrap wrap-anywhere">{item.reason}</p>}
      <p className="text-sm text-muted">
        {item.author.name}, <Time at={item.createdAt} />
        {item.confidential && <> · {viewersWords(item, members, myId)}</>}
      </p>
      {safety}
      {onDelete && (
        <AlertDialog
          title={`Take this ${kind} away?`}
          confirmLabel="Take it away"
          isDangerous
          open={isAsking}
          onOpenChange={setAsking}
          onConfirm={onDelete}
        >
          It no longer stands beside the annotation. Its history keeps it.
        </AlertDialog>
      )}
    </li>
  );
}
