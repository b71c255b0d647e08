"use client";

import { Tabs as BaseTabs } from "@base-ui/react/tabs";
import type { ReactNode } from "react";

type Props<Value extends string> = {
  label: string;
  tabs: readonly { value: Value; label: string; count?: number; panel: ReactNode }[];
  value?: Value;
  defaultValue?: Value;
  onValueChange?: (value: Value) => void;
};

/** Several views of which one is seen. Views with an address of their own are links in a NavTabs instead. */
export function Tabs<Value extends string>({
  label,
  tabs,
  value,
  defaultValue,
  onValueChange,
}: Props<Value>) {
  return (
    <BaseTabs.Root
      value={value}
      defaultValue={value === undefined ? (defaultValue ?? tabs[0]?.value) : undefined}
      onValueChange={(next: Value) => onValueChange?.(next)}
    >
      <BaseTabs.List
        aria-label={label}
        activateOnFocus
        className="flex gap-4 overflow-x-auto border-b border-line"
      >
        {tabs.map((tab) => (
          <BaseTabs.Tab
            key={tab.value}
            value={tab.value}
            className="touchable -mb-px flex h-9 shrink-0 pointer-coarse:min-w-11 pointer-coarse:justify-center cursor-pointer items-center gap-1.5 border-b-2 border-transparent px-0.5 whitespace-nowrap text-muted -outline-offset-2 hover:text-ink data-active:border-accent data-active:font-medium data-active:text-ink"
          >
            {tab.label}
            {tab.count !== undefined && (
              <span className="text-sm text-muted tabular-nums">{tab.count}</span>
            )}
          </BaseTabs.Tab>
        ))}
      </BaseTabs.List>
      {tabs.map((tab) => (
        // Kept, so that what somebody filled in is there when they come back.
        <BaseTabs.Panel key={tab.value} value={tab.value} keepMounted className="pt-4">
          {tab.panel}
        </BaseTabs.Panel>
      ))}
    </BaseTabs.Root>
  );
}
