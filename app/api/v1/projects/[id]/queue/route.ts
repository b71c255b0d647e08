import { getQueue } from "#lib/http/endpoints/review.ts";
import { serve } from "#lib/http/serve.ts";

export const { GET } = serve(getQueue);
