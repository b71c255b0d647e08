import { Download } from "lucide-react";
import type { Metadata } from "next";
import { StateCounts } from "#components/articles/state-counts.tsx";
import { MyQueue } from "#components/projects/my-queue.tsx";
import { NextAction } from "#components/projects/next-action.tsx";
import { nextStep } from "#components/projects/next-step.ts";
import { ProjectScope } from "#components/projects/project-scope.tsx";
import { ChangedSources } from "#components/revisions/changed-sources.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { can } from "#lib/access/permissions.ts";
import { pageContext } from "#lib/access/session.ts";
import { articlesTable } from "#lib/articles/articles-table.ts";
import { listMyOpenWork } from "#lib/articles/my-open-work.ts";
import { getProject } from "#lib/projects/queries.ts";
import { listMissedForMe } from "#lib/review/missed-queries.ts";
import { listReturned } from "#lib/review/queries.ts";
import { listChangeNotices } from "#lib/revisions/list-change-notices.ts";
import { countQueue } from "#lib/review/queue.ts";
import { orNotFound } from "../../../or-not-found.ts";
import { hrefOfStep } from "./href-of-step.ts";

export const metadata: Metadata = { title: "Overview" };

type Props = { params: Promise<{ projectId: string }> };

/** Of each list; the rest is a click away. */
const SHOWN = 5;

export default async function OverviewPage({ params }: Props) {
  const { projectId } = await params;
  const ctx = await pageContext();
  const project = await orNotFound(getProject(ctx, projectId));
  const mayReview = can(ctx.actor, "annotation.review", project.id);
  const [{ states, total }, returned, missed, openWork, toReview, changes] = await Promise.all([
    articlesTable(ctx, project.id),
    listReturned(ctx, project.id),
    listMissedForMe(ctx, project.id),
    listMyOpenWork(ctx, project.id, SHOWN),
    mayReview ? countQueue(ctx, project.id) : 0,
    listChangeNotices(ctx, project.id),
  ]);
  const step = nextStep({
    articles: total,
    newArticles: states.new,
    returned: returned.length,
    missed: missed.length,
    toReview,
    openWork: openWork.total,
    canAdd: can(ctx.actor, "article.add", project.id),
  });
  const href = hrefOfStep(project.id, step.go, { returned, missed, openWork: openWork.items });
  return (
    <>
      <PageHeader
        title={project.name}
        actions={
          <ButtonLink
            href={`/projects/${project.id}/export`}
            icon={<Download aria-hidden className="size-4" />}
          >
            Export
          </ButtonLink>
        }
      >
        <ProjectScope scope={project.scope} />
      </PageHeader>
      <div className="grid gap-8">
        <NextAction
          sentence={step.sentence}
          action={href === null ? null : { href, label: step.label }}
        />
        {total > 0 && (
          <section>
            <h2 className="mb-2 flex items-baseline gap-2 font-semibold">
              Articles
              <span className="text-sm font-normal text-muted tabular-nums">
                {total.toLocaleString("en")}
              </span>
            </h2>
            <StateCounts projectId={project.id} states={states} />
          </section>
        )}
        <ChangedSources projectId={project.id} notices={changes} shown={SHOWN} />
        <MyQueue
          projectId={project.id}
          returned={returned}
          missed={missed}
          openWork={openWork}
          toReview={toReview}
          shown={SHOWN}
        />
      </div>
    </>
  );
}
