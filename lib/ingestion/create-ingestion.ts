import { authorize } from "#lib/access/permissions.ts";
import { record } from "#lib/audit/record.ts";
import { actorId, type Context } from "#lib/context.ts";
import { DomainError } from "#lib/errors.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import { getProject } from "#lib/projects/queries.ts";
import { inTransaction } from "#lib/transaction.ts";
import { readAddress } from "./address.ts";
import { ingestionCreated } from "./events.ts";
import { takeInJob } from "./jobs.ts";
import type { Ingestion, IngestionKind, Mapping, NewIngestion } from "./model.ts";
import { getIngestion } from "./queries.ts";
import { saveItems } from "./save-items.ts";
import type { NewItem } from "./save-items.ts";

/**
 * Begin an ingestion. A list of addresses is whole with that; files and tables are sent item by item
 * after it. Repeating the request changes nothing. Refused: what is no web address, by its place in
 * the list; an id that stands for something else.
 */
export async function createIngestion(
  ctx: Context,
  projectId: string,
  input: NewIngestion,
): Promise<Ingestion> {
  const addresses = readAddresses(input);
  const items = addresses.map((url, index) => ({ index, name: url, url }));
  return bring(ctx, projectId, {
    id: input.id,
    name: input.name,
    kind: input.kind,
    mapping: input.mapping ?? null,
    items,
    complete: input.kind === "addresses" || items.length > 0,
  });
}

export type Brought = {
  id: string;
  name: string;
  kind: IngestionKind;
  mapping?: Mapping | null;
  items: readonly NewItem[];
  /** Nothing more will come. */
  complete: boolean;
};

/** Begin an ingestion with the items that are known: also what is followed brings its entries so. */
export async function bring(ctx: Context, projectId: string, brought: Brought): Promise<Ingestion> {
  const { id, name, kind, mapping, items, complete } = brought;
  await getProject(ctx, projectId);
  authorize(ctx.actor, "ingestion.write", { projectId });
  return inTransaction(ctx, async (ctx) => {
    const created = await ctx.db.ingestion.createMany({
      data: {
        id,
        projectId,
        name,
        kind,
        createdById: actorId(ctx.actor),
        createdAt: ctx.now,
        complete,
        ...(mapping && { mapping }),
      },
      skipDuplicates: true,
    });
    if (created.count === 0) return sameAsBefore(ctx, projectId, brought);
    await record(ctx, ingestionCreated({ id, projectId, name, kind }, items.length));
    if (items.length > 0) {
      await saveItems(ctx, { id, projectId }, null, items);
      await enqueue(ctx, takeInJob, { ingestionId: id });
    }
    return getIngestion(ctx, id);
  });
}

async function sameAsBefore(ctx: Context, projectId: string, brought: Brought): Promise<Ingestion> {
  const there = await ctx.db.ingestion.findUnique({ where: { id: brought.id } });
  const isSame =
    there?.projectId === projectId && there.kind === brought.kind && there.name === brought.name;
  if (isSame) return getIngestion(ctx, brought.id);
  throw new DomainError("state", "This id stands for another ingestion. Take a new one.");
}

function readAddresses({ kind, addresses = [] }: NewIngestion): string[] {
  if (addresses.length === 0 && kind === "addresses") {
    throw refusal({ addresses: "At least one address is needed." });
  }
  if (addresses.length > 0 && (kind === "files" || kind === "table")) {
    throw refusal({ addresses: "Files and tables come without addresses." });
  }
  const read = addresses.map(readAddress);
  const fields = Object.fromEntries(
    read.flatMap((one, index) => ("problem" in one ? [[`addresses.${index}`, one.problem]] : [])),
  );
  if (Object.keys(fields).length > 0) throw refusal(fields);
  return [...new Set(read.flatMap((one) => ("address" in one ? [one.address] : [])))];
}

function refusal(fields: Record<string, string>): DomainError {
  const [[place, sentence] = ["addresses", ""], ...more] = Object.entries(fields);
  const rest = more.length > 0 ? ` And ${more.length} more.` : "";
  return new DomainError("invalid", `${place}: ${sentence}${rest}`, { fields });
}
