import { serveParent } from "#lib/extraction/apart/serve-parent.ts";
import type { FeedAnswer, FeedInput } from "./feed.ts";
import { readFeed } from "./read-feed.ts";

/* The program of a child: reads one feed after the other. Started by read-feed-apart.ts only. */

serveParent(async (job): Promise<FeedAnswer> => readFeed(job as FeedInput));
