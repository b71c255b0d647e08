import Link from "next/link";
import type { ReactNode } from "react";

type Props = {
  title: string;
  count: number;
  items: readonly { key: string; href: string; title: ReactNode; note: ReactNode }[];
  /** Where the rest is, when not all are shown. */
  more?: { href: string; label: string } | undefined;
};

/** Some of what waits for somebody, each a way to it. Nothing is drawn when nothing waits. */
export function QueueSection({ title, count, items, more }: Props) {
  if (count === 0) return null;
  return (
    <section>
      <h2 className="mb-2 flex items-baseline gap-2 font-semibold">
        {title}
        <span className="text-sm font-normal text-muted tabular-nums">
          {count.toLocaleString("en")}
        </span>
      </h2>
      <ul className="divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface">
        {items.map(({ key, href, title, note }) => (
          <li key={key}>
            <Link
              href={href}
              className="touchable grid gap-0.5 px-4 py-2.5 -outline-offset-2 hover:bg-sunken"
            >
              <span className="line-clamp-2 font-serif text-lg leading-snug wrap-anywhere">
                {title}
              </span>
              <span className="text-sm text-muted wrap-anywhere">{note}</span>
            </Link>
          </li>
        ))}
      </ul>
      {more && count > items.length && (
        <p className="mt-2">
          <Link href={more.href} className="link">
            {more.label}
          </Link>
        </p>
      )}
    </section>
  );
}
