import Link from "next/link";

type Props = {
  label: string;
  tabs: readonly { href: string; label: string; count?: number; isCurrent: boolean }[];
};

/** Sister pages, side by side. */
export function NavTabs({ label, tabs }: Props) {
  return (
    <nav aria-label={label} className="flex gap-3 overflow-x-auto border-b border-line sm:gap-4">
      {tabs.map((tab) => (
        <Link
          key={tab.href}
          href={tab.href}
          aria-current={tab.isCurrent ? "page" : undefined}
          className="touchable -mb-px flex h-9 shrink-0 pointer-coarse:min-w-11 pointer-coarse:justify-center items-center gap-1.5 border-b-2 border-transparent px-0.5 whitespace-nowrap text-muted -outline-offset-2 hover:text-ink aria-[current=page]:border-accent aria-[current=page]:font-medium aria-[current=page]:text-ink"
        >
          {tab.label}
          {tab.count !== undefined && (
            <span className="text-sm text-muted tabular-nums">{tab.count}</span>
          )}
        </Link>
      ))}
    </nav>
  );
}
