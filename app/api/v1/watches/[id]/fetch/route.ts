import { postWatchFetch } from "#lib/http/endpoints/watches.ts";
import { serve } from "#lib/http/serve.ts";

export const { POST } = serve(postWatchFetch);
