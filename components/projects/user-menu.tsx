"use client";

import { LogOut, Server, UserRound } from "lucide-react";
import { useTheme } from "next-themes";
import { useTransition } from "react";
import { useToast } from "#components/ui/toast.tsx";
import { MenuChoice } from "#components/ui/menu-choice.tsx";
import { MenuItem, MenuLink, MenuSeparator } from "#components/ui/menu-item.tsx";
import { Menu } from "#components/ui/menu.tsx";
import { Initials } from "./initials.tsx";

type Props = {
  user: { name: string; email: string };
  /** Whether the installation is theirs. */
  isOwner?: boolean;
  /** Ends the session and leads away. */
  signOut: () => Promise<void>;
};

/** Who is signed in, and what is theirs: account, colours, the way out. */
export function UserMenu({ user, isOwner = false, signOut }: Props) {
  const [isLeaving, startLeaving] = useTransition();
  const { theme = "system", setTheme } = useTheme();
  const toast = useToast();
  const leave = () =>
    startLeaving(async () => {
      try {
        await signOut();
      } catch {
        toast({ text: "The connection is gone, so you are still signed in.", isProblem: true });
      }
    });
  return (
    <Menu
      align="end"
      trigger={
        <button
          type="button"
          className="touchable inline-flex min-h-8 min-w-8 pointer-coarse:min-w-11 cursor-pointer items-center justify-center rounded-full"
        >
          <span className="sr-only">You: </span>
          <Initials name={user.name} className="size-7 text-xs" />
        </button>
      }
    >
      <p className="max-w-64 px-2 py-1">
        <span className="block truncate font-medium">{user.name}</span>
        <span className="block truncate text-sm text-muted">{user.email}</span>
      </p>
      <MenuSeparator />
      <MenuLink href="/account" icon={<UserRound aria-hidden />}>
        Your account
      </MenuLink>
      {isOwner && (
        <MenuLink href="/installation" icon={<Server aria-hidden />}>
          Installation
        </MenuLink>
      )}
      <MenuSeparator />
      <p aria-hidden className="px-2 pt-1 text-sm text-muted">
        Colours
      </p>
      <MenuChoice
        label="Colours"
        options={THEMES}
        value={themeOf(theme)}
        onValueChange={setTheme}
      />
      <MenuSeparator />
      <MenuItem onSelect={leave} icon={<LogOut aria-hidden />} disabled={isLeaving}>
        Sign out
      </MenuItem>
    </Menu>
  );
}

type Theme = "system" | "light" | "dark";

const THEMES: readonly { value: Theme; label: string }[] = [
  { value: "system", label: "As on this machine" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
];

function themeOf(theme: string): Theme {
  return THEMES.find(({ value }) => value === theme)?.value ?? "system";
}
