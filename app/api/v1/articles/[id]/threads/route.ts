import { getThreads } from "#lib/http/endpoints/threads.ts";
import { serve } from "#lib/http/serve.ts";

export const { GET } = serve(getThreads);
