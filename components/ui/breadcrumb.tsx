import Link from "next/link";

type Props = {
  /** From the outside in; the last is the page itself and has no address. */
  steps: readonly { label: string; href?: string }[];
};

/** The way back. */
export function Breadcrumb({ steps }: Props) {
  return (
    <nav aria-label="You are here" className="min-w-0">
      <ol className="flex min-w-0 items-center gap-1.5 text-muted">
        {steps.map((step, index) => (
          <li
            key={step.href ?? step.label}
            className="flex min-w-0 items-center gap-1.5 last:text-ink"
          >
            {index > 0 && <span aria-hidden>/</span>}
            {step.href ? (
              <Link
                href={step.href}
                className="inline-flex min-h-6 items-center truncate hover:text-ink hover:underline"
              >
                {step.label}
              </Link>
            ) : (
              <span aria-current="page" className="truncate">
                {step.label}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
