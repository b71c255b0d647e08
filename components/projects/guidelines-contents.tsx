import type { GuidelinesDocument } from "#lib/projects/guidelines-document.ts";
import { guidelinesOutline } from "./guidelines-outline.ts";

type Props = { document: GuidelinesDocument; idPrefix?: string; className?: string };

/** The headings of the guidelines, each a way there. */
export function GuidelinesContents({ document, idPrefix = "", className }: Props) {
  const headings = guidelinesOutline(document).filter(
    ({ level, text }) => level <= 3 && text !== "",
  );
  if (headings.length < 2) return null;
  return (
    <nav aria-label="Contents" className={className}>
      <ul className="grid gap-0.5">
        {headings.map(({ id, level, text }) => (
          <li key={id} className={level === 3 ? "pl-4" : undefined}>
            <a
              href={`#${idPrefix}${id}`}
              className={`touchable inline-flex min-h-6 items-center py-0.5 leading-snug hover:text-ink hover:underline ${level === 3 ? "text-sm text-muted" : "font-medium"}`}
            >
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
