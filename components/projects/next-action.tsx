import type { ReactNode } from "react";
import { ButtonLink } from "#components/ui/button-link.tsx";

type Props = { sentence: ReactNode; action: { href: string; label: string } | null };

/** The one thing that is best done next. */
export function NextAction({ sentence, action }: Props) {
  return (
    <section
      aria-label="Next"
      className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 rounded-lg border border-line-strong bg-surface px-5 py-4"
    >
      <p className="font-serif text-xl">{sentence}</p>
      {action && (
        <ButtonLink href={action.href} variant="primary">
          {action.label}
        </ButtonLink>
      )}
    </section>
  );
}
