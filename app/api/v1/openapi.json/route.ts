import { getOpenapi } from "#lib/http/endpoints/openapi.ts";
import { serve } from "#lib/http/serve.ts";

export const { GET } = serve(getOpenapi);
