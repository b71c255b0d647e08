"use client";

import { useRouter } from "next/navigation";
import { useDeskState } from "#components/desk/use-desk.tsx";
import { useLeaveGuard } from "#components/projects/use-leave-guard.ts";
import { AlertDialog } from "#components/ui/alert-dialog.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { CopyWork } from "./copy-work.tsx";

/** Says, before work begins, that the browser keeps nothing; and asks before work is left that lies nowhere else. */
export function UnkeptWork() {
  const router = useRouter();
  const isStorageBroken = useDeskState((state) => state.isStorageBroken);
  const isAny = useDeskState((state) => state.queue.some((each) => !each.isKept));
  const guard = useLeaveGuard(isStorageBroken && isAny);
  if (!isStorageBroken) return null;
  return (
    <>
      <Notice kind="caution" heading="This browser does not keep your work" actions={<CopyWork />}>
        It is full, or it forbids this. What you mark is sent at once: stay here until the foot says
        “All saved”.
      </Notice>
      <AlertDialog
        title="Leave without what was not sent?"
        confirmLabel="Leave"
        cancelLabel="Stay"
        isDangerous
        open={guard.heldHref !== null}
        onOpenChange={(open) => !open && guard.stay()}
        onConfirm={() => guard.heldHref && router.push(guard.heldHref)}
      >
        The server does not have it, and this browser keeps nothing. It would be lost.
      </AlertDialog>
    </>
  );
}
