"use client";

import { Menu as BaseMenu } from "@base-ui/react/menu";
import Link from "next/link";
import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { Key } from "./key.tsx";
import { ITEM_STYLE } from "./popup-style.ts";

type ItemProps = {
  onSelect: () => void;
  icon?: ReactNode;
  keys?: string;
  isDangerous?: boolean;
  disabled?: boolean;
  children: ReactNode;
};

/** One action of a Menu. */
export function MenuItem({ onSelect, icon, keys, isDangerous, disabled, children }: ItemProps) {
  return (
    <BaseMenu.Item
      onClick={onSelect}
      disabled={disabled}
      aria-keyshortcuts={keys}
      className={classNames(ITEM_STYLE, ICON_STYLE, isDangerous && "text-danger")}
    >
      {icon}
      <span className="flex-1">{children}</span>
      {keys && (
        <span aria-hidden className="pl-4">
          <Key keys={keys} />
        </span>
      )}
    </BaseMenu.Item>
  );
}

/** A page that a Menu leads to. */
export function MenuLink({
  href,
  icon,
  children,
}: {
  href: string;
  icon?: ReactNode;
  children: ReactNode;
}) {
  return (
    <BaseMenu.LinkItem
      closeOnClick
      render={<Link href={href} />}
      className={classNames(ITEM_STYLE, ICON_STYLE)}
    >
      {icon}
      <span className="flex-1">{children}</span>
    </BaseMenu.LinkItem>
  );
}

export function MenuSeparator() {
  return <BaseMenu.Separator className="my-1 h-px bg-line" />;
}

const ICON_STYLE = "[&_svg]:size-4 [&_svg]:text-muted";
