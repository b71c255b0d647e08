"use client";

import { AlertDialog as BaseAlertDialog } from "@base-ui/react/alert-dialog";
import type { ReactElement, ReactNode } from "react";
import { Button } from "./button.tsx";
import { classNames } from "./class-names.ts";
import { BACKDROP_STYLE, DIALOG_STYLE } from "./dialog-style.ts";
import { holdTab } from "./hold-tab.ts";

type Props = {
  /** The question: "Remove this member?" */
  title: string;
  /** What will happen, and whether it can be undone. */
  children: ReactNode;
  /** What the button does: "Remove", never "OK". */
  confirmLabel: string;
  cancelLabel?: string;
  onConfirm: () => void;
  isDangerous?: boolean;
  trigger?: ReactElement<Record<string, unknown>>;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
};

/** A question before something is lost. It can only be answered, not clicked away. */
export function AlertDialog({
  title,
  children,
  confirmLabel,
  cancelLabel = "Cancel",
  onConfirm,
  isDangerous = false,
  trigger,
  open,
  onOpenChange,
}: Props) {
  return (
    <BaseAlertDialog.Root open={open} onOpenChange={(next) => onOpenChange?.(next)}>
      {trigger && <BaseAlertDialog.Trigger render={trigger} />}
      <BaseAlertDialog.Portal onKeyDown={holdTab}>
        <BaseAlertDialog.Backdrop className={BACKDROP_STYLE} />
        <BaseAlertDialog.Popup className={classNames(DIALOG_STYLE, "sm:max-w-md")}>
          <div className="px-5 pt-4 pb-4">
            <BaseAlertDialog.Title className="text-lg font-semibold">{title}</BaseAlertDialog.Title>
            <BaseAlertDialog.Description render={<div />} className="mt-1 text-muted">
              {children}
            </BaseAlertDialog.Description>
          </div>
          <footer className="flex flex-wrap justify-end gap-2 border-t border-line px-5 py-3">
            <BaseAlertDialog.Close render={<Button>{cancelLabel}</Button>} />
            <BaseAlertDialog.Close
              onClick={onConfirm}
              render={<Button variant={isDangerous ? "danger" : "primary"}>{confirmLabel}</Button>}
            />
          </footer>
        </BaseAlertDialog.Popup>
      </BaseAlertDialog.Portal>
    </BaseAlertDialog.Root>
  );
}
