import { getNames } from "#lib/http/endpoints/names.ts";
import { serve } from "#lib/http/serve.ts";

export const { GET } = serve(getNames);
