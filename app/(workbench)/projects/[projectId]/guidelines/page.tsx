import { Pencil } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { z } from "zod";
import { GuidelinesContents } from "#components/projects/guidelines-contents.tsx";
import { GuidelinesDocument } from "#components/projects/guidelines-document.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Time } from "#components/ui/time.tsx";
import { can } from "#lib/access/permissions.ts";
import { pageContext } from "#lib/access/session.ts";
import { getGuidelines, getProject } from "#lib/projects/queries.ts";
import { orNotFound } from "../../../or-not-found.ts";

export const metadata: Metadata = { title: "Guidelines" };

type Props = {
  params: Promise<{ projectId: string }>;
  searchParams: Promise<{ version?: string | string[] }>;
};

/** Of `?version=`; anything else shows the version in force. */
const Version = z.coerce.number().int().min(1).max(1_000_000).optional().catch(undefined);

export default async function GuidelinesPage({ params, searchParams }: Props) {
  const { projectId } = await params;
  const ctx = await pageContext();
  const project = await orNotFound(getProject(ctx, projectId));
  const version = Version.parse((await searchParams).version);
  const current = await getGuidelines(ctx, project.id);
  const shown =
    version === undefined || version === current.version
      ? current
      : await orNotFound(getGuidelines(ctx, project.id, version));
  const home = `/projects/${project.id}/guidelines`;
  return (
    <>
      <PageHeader
        title="Guidelines"
        actions={
          can(ctx.actor, "guidelines.edit", project.id) &&
          shown.version === current.version && (
            <ButtonLink
              href={`${home}/edit`}
              variant="primary"
              icon={<Pencil aria-hidden className="size-4" />}
            >
              Edit
            </ButtonLink>
          )
        }
      >
        Version {shown.version}, <Time at={shown.createdAt} />
        {shown.author && `, by ${shown.author.name}`} ·{" "}
        <Link href={`${home}/history`} className="link">
          All versions
        </Link>
      </PageHeader>
      {shown.version !== current.version && (
        <Notice kind="caution" className="mb-6">
          This version is no longer in force. Version {current.version} is:{" "}
          <Link href={home} className="link">
            read that one
          </Link>
          .
        </Notice>
      )}
      <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_16rem] lg:gap-12">
        <details className="group lg:hidden" data-print="no">
          <summary className="touchable flex cursor-pointer items-center gap-2 font-medium">
            <span
              aria-hidden
              className="inline-block text-xs text-muted transition-transform group-open:rotate-90"
            >
              ▸
            </span>
            Contents
          </summary>
          <GuidelinesContents document={shown.document} />
        </details>
        <aside className="hidden lg:order-2 lg:block" data-print="no">
          <div className="sticky top-6 max-h-[calc(100dvh-3rem)] overflow-y-auto">
            <GuidelinesContents document={shown.document} />
          </div>
        </aside>
        <GuidelinesDocument document={shown.document} />
      </div>
    </>
  );
}
