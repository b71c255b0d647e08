import type { Metadata } from "next";
import { SettingsSection } from "#components/access/settings-section.tsx";
import { TokenForm } from "#components/access/token-form.tsx";
import { TokensTable } from "#components/access/tokens-table.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { can } from "#lib/access/permissions.ts";
import { listTokens } from "#lib/access/queries.ts";
import { pageContext } from "#lib/access/session.ts";
import { getProject } from "#lib/projects/queries.ts";
import { orNotFound } from "../../../../or-not-found.ts";
import { createTokenAction, revokeTokenAction } from "./token-actions.ts";

export const metadata: Metadata = { title: "Tokens" };

type Props = { params: Promise<{ projectId: string }> };

export default async function TokensPage({ params }: Props) {
  const { projectId } = await params;
  const ctx = await pageContext();
  const project = await orNotFound(getProject(ctx, projectId));
  if (!can(ctx.actor, "token.edit", project.id)) {
    return (
      <>
        <PageHeader title="Tokens" />
        <Notice>
          Tokens are for annotators, reviewers and managers. You read in this project.
        </Notice>
      </>
    );
  }
  const tokens = await listTokens(ctx, project.id);
  return (
    <>
      <PageHeader title="Tokens" />
      <SettingsSection
        title="New token"
        lead={
          <>
            With a token a program acts as you in this project, and in no other.{" "}
            <a className="link" href="/api/v1/openapi.json">
              What it can ask for
            </a>
          </>
        }
      >
        <TokenForm action={createTokenAction.bind(null, project.id)} />
      </SettingsSection>
      <SettingsSection title="Tokens in force" isWide>
        <TokensTable
          tokens={tokens.map((token) => ({
            ...token,
            revoke: revokeTokenAction.bind(null, project.id, token.id),
          }))}
        />
      </SettingsSection>
    </>
  );
}
