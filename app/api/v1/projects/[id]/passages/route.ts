import { getPassages } from "#lib/http/endpoints/passages.ts";
import { serve } from "#lib/http/serve.ts";

export const { GET } = serve(getPassages);
