import { getOriginal } from "#lib/http/endpoints/originals.ts";
import { serve } from "#lib/http/serve.ts";

export const { GET } = serve(getOriginal);
