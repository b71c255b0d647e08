"use client";

import { ArrowLeft, ArrowRight, Check, Ellipsis, Pencil, Undo2, X } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { MenuItem, MenuLink } from "#components/ui/menu-item.tsx";
import { Menu } from "#components/ui/menu.tsx";
import type { ReviewKey } from "./review-keys.ts";

type Props = {
  /** It waits for a decision. */
  isDecidable: boolean;
  canUndo: boolean;
  hasNext: boolean;
  hasPrevious: boolean;
  deskHref: string;
  onKey: (key: ReviewKey) => void;
};

/** What can be done with the annotation under review, each with its key. Within a thumb's reach on a phone. */
export function DecisionBar({
  isDecidable,
  canUndo,
  hasNext,
  hasPrevious,
  deskHref,
  onKey,
}: Props) {
  return (
    <div className="grid gap-2">
      <div className="grid grid-cols-2 gap-2">
        <Button
          variant="primary"
          keys="A"
          icon={<Check aria-hidden className="size-4" />}
          disabled={!isDecidable}
          onClick={() => onKey("approve")}
        >
          Approve
        </Button>
        <Button
          keys="R"
          icon={<X aria-hidden className="size-4" />}
          disabled={!isDecidable}
          onClick={() => onKey("reject")}
        >
          Reject<span className="sr-only"> and say why</span>
        </Button>
      </div>
      <div className="flex items-center gap-1.5">
        <Button
          size="small"
          keys="E"
          icon={<Pencil aria-hidden className="size-3.5" />}
          disabled={!isDecidable}
          onClick={() => onKey("correct")}
        >
          Correct<span className="sr-only"> and approve</span>
        </Button>
        <Button
          size="small"
          keys="U"
          icon={<Undo2 aria-hidden className="size-3.5" />}
          disabled={!canUndo}
          onClick={() => onKey("undo")}
        >
          Undo
        </Button>
        <span className="ml-auto flex items-center">
          <Menu align="end" trigger={<IconButton label="More" icon={<Ellipsis />} />}>
            <MenuItem keys="M" onSelect={() => onKey("missed")}>
              You missed this
            </MenuItem>
            <MenuItem keys="V" onSelect={() => onKey("evidence")}>
              Add evidence
            </MenuItem>
            <MenuLink href={deskHref}>Open on the desk</MenuLink>
          </Menu>
          <IconButton
            label="Previous"
            keys="P"
            icon={<ArrowLeft />}
            disabled={!hasPrevious}
            onClick={() => onKey("previous")}
          />
          <IconButton
            label="Next"
            keys="N"
            icon={<ArrowRight />}
            disabled={!hasNext}
            onClick={() => onKey("next")}
          />
        </span>
      </div>
    </div>
  );
}
