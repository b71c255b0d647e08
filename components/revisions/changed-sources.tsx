import { counted } from "#components/projects/counted.ts";
import { QueueSection } from "#components/projects/queue-section.tsx";
import { Time } from "#components/ui/time.tsx";
import type { ChangeNotice } from "#lib/revisions/model.ts";

type Props = { projectId: string; notices: readonly ChangeNotice[]; shown: number };

/** Articles whose outlets changed what they said, with marks that wait for somebody. */
export function ChangedSources({ projectId, notices, shown }: Props) {
  return (
    <QueueSection
      title="Sources that changed"
      count={notices.length}
      items={notices.slice(0, shown).map((notice) => ({
        key: notice.articleId,
        href: `/projects/${projectId}/articles/${notice.articleId}/revisions`,
        title: notice.title,
        note: (
          <>
            {notice.publisher && `${notice.publisher} · `}
            <Time at={notice.changedAt} /> · {counted(notice.changed + notice.lost, "mark")} to look
            at
          </>
        ),
      }))}
    />
  );
}
