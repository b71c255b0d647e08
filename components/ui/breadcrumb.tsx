import Link from "next/link";
import { classNames } from "./class-names.ts";

type Props = {
  /** From the outside in; the last is the page itself and has no address. */
  steps: readonly { label: string; href?: string }[];
};

/** The way back. */
export function Breadcrumb({ steps }: Props) {
  return (
    <nav aria-label="You are here" className="min-w-0 pointer-coarse:-my-2.5">
      <ol className="flex min-w-0 items-center gap-1.5 text-muted">
        {steps.map((step, index) => (
          <li
            key={step.href ?? step.label}
            className={classNames(
              "flex items-center gap-1.5 last:text-ink",
              // Short words stay whole: the long ones beside them give way.
              step.label.length > SHORT ? "min-w-0" : "shrink-0",
            )}
          >
            {index > 0 && <span aria-hidden>/</span>}
            {step.href ? (
              <Link
                href={step.href}
                className="block truncate leading-6 pointer-coarse:leading-11 hover:text-ink hover:underline"
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

/** Characters. */
const SHORT = 12;
