import type { Metadata } from "next";
import { IngestionActions } from "#components/ingestion/list/ingestion-actions.tsx";
import { IngestionProgress } from "#components/ingestion/list/ingestion-progress.tsx";
import { ItemsList } from "#components/ingestion/list/items-list.tsx";
import { KIND_WORDS } from "#components/ingestion/list/item-states.ts";
import { Breadcrumb } from "#components/ui/breadcrumb.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Time } from "#components/ui/time.tsx";
import { can } from "#lib/access/permissions.ts";
import { pageContext } from "#lib/access/session.ts";
import type { Context } from "#lib/context.ts";
import { notFound } from "#lib/errors.ts";
import { type Ingestion, ItemState } from "#lib/ingestion/model.ts";
import { getIngestion, listItems } from "#lib/ingestion/queries.ts";
import { isWorking } from "#lib/jobs/is-working.ts";
import { orNotFound } from "../../../../or-not-found.ts";
import { isId } from "../../../is-id.ts";
import { oneOf } from "../../../one-of.ts";

type Props = {
  params: Promise<{ projectId: string; ingestionId: string }>;
  searchParams: Promise<{ state?: string | string[]; after?: string | string[] }>;
};

const PAGE_LENGTH = 100;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await orNotFound(findHere(await pageContext(), await params))).name };
}

export default async function IngestionPage({ params, searchParams }: Props) {
  const ctx = await pageContext();
  const ingestion = await orNotFound(findHere(ctx, await params));
  const asked = await searchParams;
  const state = ItemState.optional().catch(undefined).parse(oneOf(asked.state));
  const after = isId(oneOf(asked.after)) ? oneOf(asked.after) : undefined;
  const [rows, isAtWork] = await Promise.all([
    listItems(ctx, ingestion.id, { state, after, limit: PAGE_LENGTH + 1 }),
    isWorking(ctx),
  ]);
  const items = rows.slice(0, PAGE_LENGTH);
  const now = { ...ingestion, isWorking: isAtWork };
  const { projectId } = ingestion;
  const home = `/projects/${projectId}/ingestions/${ingestion.id}`;
  const canWrite = can(ctx.actor, "ingestion.write", projectId);
  const pageHref = (from?: string) => {
    const query = new URLSearchParams({ ...(state && { state }), ...(from && { after: from }) });
    return `${home}${query.size > 0 ? `?${query.toString()}` : ""}`;
  };
  return (
    <>
      <div className="mb-2">
        <Breadcrumb
          steps={[
            { label: "Coming in", href: `/projects/${projectId}/ingestions` },
            { label: ingestion.name },
          ]}
        />
      </div>
      <PageHeader
        title={ingestion.name}
        actions={canWrite && <IngestionActions ingestion={ingestion} />}
      >
        {KIND_WORDS[ingestion.kind]}
        {ingestion.createdBy && ` · ${ingestion.createdBy.name}`} ·{" "}
        <Time at={ingestion.createdAt} />
      </PageHeader>
      <IngestionProgress now={now} home={home} state={state} />
      {items.length > 0 ? (
        <ItemsList projectId={projectId} items={items} canRetry={canWrite} />
      ) : (
        <EmptyState
          heading={state || after ? "None" : "Nothing is here yet"}
          action={(state || after) && <ButtonLink href={home}>Show all</ButtonLink>}
        >
          {state || after
            ? "No item is like this."
            : ingestion.kind === "feed"
              ? "The feed had nothing that is not here already."
              : "As soon as something arrives, it is listed here."}
        </EmptyState>
      )}
      {(after || rows.length > PAGE_LENGTH) && (
        <nav aria-label="Pages of items" className="flex justify-end gap-2 py-3">
          {after && <ButtonLink href={pageHref()}>From the start</ButtonLink>}
          {rows.length > PAGE_LENGTH && (
            <ButtonLink href={pageHref(items.at(-1)?.id)} rel="next">
              Next {PAGE_LENGTH}
            </ButtonLink>
          )}
        </nav>
      )}
    </>
  );
}

/** The address names both; an ingestion of another project is not at this one. */
async function findHere(
  ctx: Context,
  place: { projectId: string; ingestionId: string },
): Promise<Ingestion> {
  if (!isId(place.ingestionId)) throw notFound("ingestion");
  const ingestion = await getIngestion(ctx, place.ingestionId);
  if (ingestion.projectId !== place.projectId) throw notFound("ingestion");
  return ingestion;
}
