import { saidAttributes } from "#components/annotations/attribute-words.ts";
import { ROLE_WORDS, wordsOf } from "#components/annotations/words.ts";
import type { AnnotationContent, SegmentRole } from "#lib/annotations/model.ts";

/** What an annotation says: its words by role, and its attributes. */
export function AnnotationWords({ content }: { content: AnnotationContent }) {
  const { tag, segments, absent, attributes, doubt } = content;
  const roles = ROLES.filter(
    (role) => absent.includes(role) || segments.some((segment) => segment.role === role),
  );
  const said = saidAttributes(tag, attributes);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-2">
      <dl className="grid gap-1.5">
        {roles.map((role) => (
          <div
            key={role}
            className={tag === "attribution" ? "grid grid-cols-[4rem_minmax(0,1fr)]" : undefined}
          >
            <dt className={tag === "attribution" ? "pt-0.5 text-sm text-muted" : "sr-only"}>
              {ROLE_WORDS[role]}
            </dt>
            <dd dir="auto" className="min-w-0 font-serif text-lg leading-snug wrap-anywhere">
              {absent.includes(role) ? (
                <span className="font-sans text-base text-muted">the text does not give it</span>
              ) : (
                wordsOf(content, role)
              )}
            </dd>
          </div>
        ))}
      </dl>
      {said.length > 0 && (
        <dl className="flex flex-wrap gap-x-4 gap-y-0.5 text-sm">
          {said.map(({ name, label, value }) => (
            <div key={name} className="flex min-w-0 gap-1.5">
              <dt className="text-muted">{label}</dt>
              <dd className="min-w-0 font-medium wrap-anywhere">{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {doubt && (
        <p className="rounded-md border border-caution/40 bg-caution-ground px-3 py-2">
          <span className="font-medium">Its author doubts: </span>
          <span className="whitespace-pre-wrap wrap-anywhere">{doubt}</span>
        </p>
      )}
    </div>
  );
}

const ROLES: readonly SegmentRole[] = ["source", "cue", "content"];
