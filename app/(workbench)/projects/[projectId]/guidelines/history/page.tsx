import type { Metadata } from "next";
import Link from "next/link";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Table, TableCell, TableRow } from "#components/ui/table.tsx";
import { TableHeader } from "#components/ui/table-header.tsx";
import { Time } from "#components/ui/time.tsx";
import { pageContext } from "#lib/access/session.ts";
import { getProject, listGuidelines } from "#lib/projects/queries.ts";
import { orNotFound } from "../../../../or-not-found.ts";

export const metadata: Metadata = { title: "Versions of the guidelines" };

type Props = { params: Promise<{ projectId: string }> };

export default async function GuidelinesHistoryPage({ params }: Props) {
  const { projectId } = await params;
  const ctx = await pageContext();
  const project = await orNotFound(getProject(ctx, projectId));
  const versions = await listGuidelines(ctx, project.id);
  const home = `/projects/${project.id}/guidelines`;
  return (
    <>
      <PageHeader
        title="Versions of the guidelines"
        actions={<ButtonLink href={home}>Back to the guidelines</ButtonLink>}
      >
        Each is kept as it was.
      </PageHeader>
      <div className="max-w-2xl">
        <Table caption="Versions of the guidelines">
          <thead>
            <TableRow>
              <TableHeader>Version</TableHeader>
              <TableHeader>Saved</TableHeader>
              <TableHeader>By</TableHeader>
            </TableRow>
          </thead>
          <tbody>
            {versions.map(({ version, createdAt, author }, index) => (
              <TableRow key={version}>
                <TableCell>
                  <Link
                    href={`${home}?version=${version}`}
                    className="link pointer-coarse:-my-2 pointer-coarse:inline-block pointer-coarse:py-3"
                  >
                    Version {version}
                  </Link>
                  {index === 0 && <span className="text-muted"> · in force</span>}
                </TableCell>
                <TableCell>
                  <Time at={createdAt} />
                </TableCell>
                <TableCell>{author?.name ?? "Onrecord"}</TableCell>
              </TableRow>
            ))}
          </tbody>
        </Table>
      </div>
    </>
  );
}
