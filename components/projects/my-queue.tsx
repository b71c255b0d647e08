import { nameOf } from "#components/annotations/words.ts";
import { Time } from "#components/ui/time.tsx";
import type { OpenWork } from "#lib/articles/my-open-work.ts";
import type { MissedPassage } from "#lib/review/model.ts";
import type { ReturnedAnnotation } from "#lib/review/queries.ts";
import { counted } from "./counted.ts";
import { QueueSection } from "./queue-section.tsx";
import { returnedNote } from "./returned-note.ts";

type Props = {
  projectId: string;
  returned: readonly ReturnedAnnotation[];
  missed: readonly MissedPassage[];
  openWork: { items: readonly OpenWork[]; total: number };
  toReview: number;
  /** How many of each are listed. */
  shown: number;
};

/** What waits for the reader of the page. */
export function MyQueue({ projectId, returned, missed, openWork, toReview, shown }: Props) {
  const home = `/projects/${projectId}`;
  const forMe = { href: `${home}/articles?forMe=yes`, label: "All articles that wait for you" };
  return (
    <>
      <QueueSection
        title="Came back to you"
        count={returned.length}
        more={forMe}
        items={returned.slice(0, shown).map((item) => ({
          key: item.annotation.id,
          href: `${home}/articles/${item.annotation.articleId}#${item.annotation.id}`,
          title: nameOf(item.annotation) || "No words marked",
          note: returnedNote(item),
        }))}
      />
      <QueueSection
        title="Pointed out to you"
        count={missed.length}
        more={forMe}
        items={missed.slice(0, shown).map((passage) => ({
          key: passage.id,
          href: `${home}/articles/${passage.articleId}#words=${passage.start}-${passage.end}`,
          title: `“${passage.exact}”`,
          note: [passage.reviewer.name, passage.comment].filter(Boolean).join(": "),
        }))}
      />
      <QueueSection
        title="Waits for your review"
        count={toReview}
        items={[
          {
            key: "review",
            href: `${home}/review`,
            title: counted(toReview, "submitted annotation"),
            note: "The longest waiting comes first.",
          },
        ]}
      />
      <QueueSection
        title="Begun by you"
        count={openWork.total}
        more={{ href: `${home}/articles?mine=yes`, label: "All articles you have worked on" }}
        items={openWork.items.map(({ id, title, drafts, at }) => ({
          key: id,
          href: `${home}/articles/${id}`,
          title,
          note: (
            <>
              {drafts > 0 && `${counted(drafts, "draft")} · `}begun{" "}
              <Time at={at} precision="date" />
            </>
          ),
        }))}
      />
    </>
  );
}
