"use client";

import { Toast as BaseToast } from "@base-ui/react/toast";
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "./button.tsx";
import { IconButton } from "./icon-button.tsx";

export type ToastMessage = {
  /** What happened: "Annotation withdrawn." */
  text: string;
  /** What can be done about it: "Undo". */
  action?: { label: string; keys?: string; run: () => void };
  /** A problem stays until it is closed. */
  isProblem?: boolean;
};

/** Gives a function that says in passing what happened. What must not be missed is a Notice instead. */
export function useToast(): (message: ToastMessage) => void {
  const { add, close } = BaseToast.useToastManager<ToastMessage>();
  return (message) => {
    const id = add({
      description: message.text,
      timeout: message.isProblem ? 0 : 6_000,
      priority: message.isProblem ? "high" : "low",
      data: {
        ...message,
        action: message.action && {
          ...message.action,
          run: () => {
            message.action?.run();
            close(id);
          },
        },
      },
    });
  };
}

/** Stands once around everything; draws what useToast() was told. */
export function ToastProvider({ children }: { children: ReactNode }) {
  return (
    <BaseToast.Provider limit={3}>
      {children}
      <BaseToast.Portal>
        <BaseToast.Viewport
          data-print="no"
          className="fixed right-4 bottom-12 left-4 z-50 flex flex-col items-stretch gap-2 sm:left-auto sm:w-96"
        >
          <ToastList />
        </BaseToast.Viewport>
      </BaseToast.Portal>
    </BaseToast.Provider>
  );
}

function ToastList() {
  const { toasts } = BaseToast.useToastManager<ToastMessage>();
  return toasts.map((toast) => (
    <BaseToast.Root
      key={toast.id}
      toast={toast}
      className="rounded-lg border border-line bg-surface shadow-raised transition-opacity data-ending-style:opacity-0 data-limited:hidden data-starting-style:opacity-0"
    >
      <BaseToast.Content
        className={`flex items-center gap-2 rounded-lg border-l-4 py-2 pr-2 pl-3 ${
          toast.data?.isProblem ? "border-l-danger" : "border-l-accent"
        }`}
      >
        <BaseToast.Description className="flex-1" />
        {toast.data?.action && (
          <Button size="small" keys={toast.data.action.keys} onClick={toast.data.action.run}>
            {toast.data.action.label}
          </Button>
        )}
        <BaseToast.Close render={<IconButton label="Dismiss" icon={<X />} />} />
      </BaseToast.Content>
    </BaseToast.Root>
  ));
}
