import type { ReactNode } from "react";
import { WorkbenchFrame } from "#components/projects/workbench-frame.tsx";
import { pageContext, pageMe } from "#lib/access/session.ts";
import { signOutAction } from "./sign-out-action.ts";

export default async function WorkbenchLayout({ children }: { children: ReactNode }) {
  const ctx = await pageContext();
  const me = await pageMe();
  return (
    <>
      <meta name="onrecord-user" content={ctx.actor.userId} />
      <WorkbenchFrame me={me} isOwner={ctx.actor.isOwner} signOut={signOutAction}>
        {children}
      </WorkbenchFrame>
    </>
  );
}
