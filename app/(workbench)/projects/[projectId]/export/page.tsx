import type { Metadata } from "next";
import { z } from "zod";
import { ExportForm } from "#components/projects/export-form.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { pageContext } from "#lib/access/session.ts";
import { seesEveryLayer } from "#lib/access/visibility.ts";
import { measureExport } from "#lib/exchange/measure-export.ts";
import { getProject } from "#lib/projects/queries.ts";
import { orNotFound } from "../../../or-not-found.ts";

export const metadata: Metadata = { title: "Export" };

type Props = {
  params: Promise<{ projectId: string }>;
  searchParams: Promise<{ article?: string | string[] }>;
};

/** Of `?article=`, once for each; without any the whole project is meant. */
const Chosen = z.array(z.uuid().toLowerCase());

export default async function ExportPage({ params, searchParams }: Props) {
  const { projectId } = await params;
  const ctx = await pageContext();
  const project = await orNotFound(getProject(ctx, projectId));
  const chosen = Chosen.safeParse([(await searchParams).article ?? []].flat()).data ?? [];
  const measure = await orNotFound(
    measureExport(ctx, project.id, chosen.length === 0 ? null : chosen),
  );
  return (
    <>
      <PageHeader title="Export">
        A file with what is marked. Every quotation is compared with its text before it leaves.
      </PageHeader>
      {!seesEveryLayer(ctx.actor, project.id) && (
        <Notice className="mb-6 max-w-xl">
          This project is blind. The file holds the articles and your own work, and nothing of
          anybody else’s.
        </Notice>
      )}
      <ExportForm key={chosen.join()} projectId={project.id} measure={measure} />
    </>
  );
}
