import type { ReactNode } from "react";
import { SettingsTabs } from "#components/projects/settings-tabs.tsx";

type Props = { children: ReactNode; params: Promise<{ projectId: string }> };

export default async function SettingsLayout({ children, params }: Props) {
  const { projectId } = await params;
  return (
    <div className="grid gap-6 sm:grid-cols-[10rem_minmax(0,1fr)] sm:gap-10">
      <SettingsTabs projectId={projectId} />
      <div className="min-w-0">{children}</div>
    </div>
  );
}
