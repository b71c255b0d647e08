import { z } from "zod";
import { readEnv } from "#lib/env.ts";
import { declareJob, EVERY_MINUTE } from "#lib/jobs/job.ts";
import { mailNotices } from "./mail-notices.ts";

/** Letters about what was not read in the app. */
export const mailNoticesJob = declareJob({
  name: "threads.mail-notices",
  payload: z.object({}),
  schedule: EVERY_MINUTE,
  longestSeconds: 300,
  run: async (ctx) => {
    await mailNotices(ctx, readEnv());
  },
});
