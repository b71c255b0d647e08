import { getHistory } from "#lib/http/endpoints/annotations.ts";
import { serve } from "#lib/http/serve.ts";

export const { GET } = serve(getHistory);
