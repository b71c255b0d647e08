import { getWatches, postWatch } from "#lib/http/endpoints/watches.ts";
import { serve } from "#lib/http/serve.ts";

export const { GET, POST } = serve(getWatches, postWatch);
