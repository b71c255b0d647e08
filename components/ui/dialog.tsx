"use client";

import { Dialog as BaseDialog } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import { useRef, type ReactElement, type ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { BACKDROP_STYLE, DIALOG_STYLE } from "./dialog-style.ts";
import { holdTab } from "./hold-tab.ts";
import { IconButton } from "./icon-button.tsx";

type Props = {
  title: string;
  description?: ReactNode;
  /** The button that opens it; left out where `open` decides. */
  trigger?: ReactElement<Record<string, unknown>>;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** Buttons at its foot, the main one last. */
  actions?: ReactNode;
  isWide?: boolean;
  /** It is there to be read: the keyboard begins at its top, and not in a field further down. */
  isRead?: boolean;
  children?: ReactNode;
};

/** A window over the page that holds the keyboard until it is closed. On a phone it comes up from the foot. */
export function Dialog({
  title,
  description,
  trigger,
  open,
  onOpenChange,
  actions,
  isWide,
  isRead = false,
  children,
}: Props) {
  const body = useRef<HTMLDivElement>(null);
  return (
    <BaseDialog.Root open={open} onOpenChange={(next) => onOpenChange?.(next)}>
      {trigger && <BaseDialog.Trigger render={trigger} />}
      <BaseDialog.Portal onKeyDown={holdTab}>
        <BaseDialog.Backdrop className={BACKDROP_STYLE} />
        <BaseDialog.Popup
          className={classNames(DIALOG_STYLE, isWide ? "sm:max-w-3xl" : "sm:max-w-lg")}
          // In what the dialog is about, and not on the button that closes it: the first Escape would
          // only close that button's hint.
          initialFocus={(by) =>
            (by === "touch" || isRead ? null : firstField(body.current)) ?? body.current ?? true
          }
        >
          <header className="flex items-start justify-between gap-4 px-5 pt-4">
            <div>
              <BaseDialog.Title className="text-lg font-semibold">{title}</BaseDialog.Title>
              {description && (
                <BaseDialog.Description className="mt-1 text-muted">
                  {description}
                </BaseDialog.Description>
              )}
            </div>
            <BaseDialog.Close
              render={
                <IconButton
                  label="Close"
                  icon={<X />}
                  keys="Escape"
                  className="-mr-2 pointer-coarse:-mt-2.5"
                />
              }
            />
          </header>
          {children && (
            <div ref={body} tabIndex={-1} className="overflow-y-auto px-5 py-4 outline-none">
              {children}
            </div>
          )}
          {actions && (
            <footer className="flex flex-wrap justify-end gap-2 border-t border-line px-5 py-3">
              {actions}
            </footer>
          )}
        </BaseDialog.Popup>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}

/** Of several choices the one that is made, for the arrows go on from there. */
function firstField(body: HTMLElement | null): HTMLElement | null {
  const first = body?.querySelector<HTMLElement>(FIELDS) ?? null;
  const choices = first?.matches("[type=radio]") ? first.closest("[role=radiogroup]") : null;
  return choices?.querySelector<HTMLElement>("[type=radio]:checked") ?? first;
}

const FIELDS = "input:not([type=hidden]), textarea, select, [role=combobox]";
