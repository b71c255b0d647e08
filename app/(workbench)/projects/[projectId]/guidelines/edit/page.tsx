import type { Metadata } from "next";
import { GuidelinesEditor } from "#components/projects/guidelines-editor.tsx";
import { draftKey } from "#components/projects/guidelines-draft.ts";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { can } from "#lib/access/permissions.ts";
import { pageContext } from "#lib/access/session.ts";
import { getGuidelines, getProject } from "#lib/projects/queries.ts";
import { orNotFound } from "../../../../or-not-found.ts";
import { saveGuidelinesAction } from "./save-guidelines-action.ts";

export const metadata: Metadata = { title: "Edit the guidelines" };

type Props = { params: Promise<{ projectId: string }> };

export default async function EditGuidelinesPage({ params }: Props) {
  const { projectId } = await params;
  const ctx = await pageContext();
  const project = await orNotFound(getProject(ctx, projectId));
  const guidelines = await getGuidelines(ctx, project.id);
  return (
    <>
      <PageHeader title="Edit the guidelines">
        You change version {guidelines.version}. Saving makes version {guidelines.version + 1}; the
        old ones are kept.
      </PageHeader>
      {can(ctx.actor, "guidelines.edit", project.id) ? (
        <GuidelinesEditor
          home={`/projects/${project.id}/guidelines`}
          draftKey={draftKey(project.id, ctx.actor.userId)}
          version={guidelines.version}
          document={guidelines.document}
          save={saveGuidelinesAction.bind(null, project.id)}
        />
      ) : (
        <Notice kind="caution" heading="Managers write the guidelines">
          Tell a manager of the project what you would change.
        </Notice>
      )}
    </>
  );
}
