import type { Metadata } from "next";
import { SharePage } from "#components/ingestion/add/share-page.tsx";
import { describeUser } from "#lib/access/queries.ts";
import { can } from "#lib/access/permissions.ts";
import { pageContext } from "#lib/access/session.ts";
import { readAddress } from "#lib/ingestion/address.ts";
import { oneOf } from "../projects/one-of.ts";

export const metadata: Metadata = { title: "Add this page" };

type Props = {
  searchParams: Promise<{ url?: string | string[]; title?: string | string[] }>;
};

/** Where the bookmark leads: the person chooses the project, and nothing happens before. */
export default async function ShareAddressPage({ searchParams }: Props) {
  const ctx = await pageContext();
  const asked = await searchParams;
  const read = readAddress(oneOf(asked.url) ?? "");
  const me = await describeUser(ctx);
  return (
    <SharePage
      address={"address" in read ? read.address : null}
      problem={"problem" in read ? read.problem : null}
      title={oneOf(asked.title)?.slice(0, 300) ?? null}
      projects={me.projects
        .filter(({ id }) => can(ctx.actor, "ingestion.write", id))
        .map(({ id, name }) => ({ id, name }))}
    />
  );
}
