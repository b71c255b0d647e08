import type { Context } from "#lib/context.ts";
import type { Worker } from "#lib/jobs/job.ts";

export async function takeInWaiting(_: Context, __: string, ___: Worker): Promise<void> {}
