"use client";

import { Moon, Sun, SunMoon } from "lucide-react";
import { useTheme } from "next-themes";
import { useSyncExternalStore } from "react";
import { IconButton } from "./icon-button.tsx";
import { Menu } from "./menu.tsx";
import { MenuChoice } from "./menu-choice.tsx";

/** Light, dark, or as the machine has it. */
export function ThemeSwitch() {
  const { theme = "system", setTheme } = useTheme();
  // The server does not know the choice; both draw the same until the browser runs.
  const isInBrowser = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const chosen = isInBrowser && isTheme(theme) ? theme : "system";
  const Icon = ICONS[chosen];
  return (
    <Menu
      align="end"
      trigger={<IconButton label={`Colours: ${LABELS[chosen]}`} icon={<Icon aria-hidden />} />}
    >
      <MenuChoice label="Colours" options={OPTIONS} value={chosen} onValueChange={setTheme} />
    </Menu>
  );
}

const LABELS = { system: "as on this machine", light: "light", dark: "dark" } as const;
const ICONS = { system: SunMoon, light: Sun, dark: Moon } as const;
const OPTIONS = [
  { value: "system", label: "As on this machine" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
] as const;

function isTheme(value: string): value is keyof typeof LABELS {
  return value in LABELS;
}

function never(): () => void {
  return () => undefined;
}
