import { getCarries } from "#lib/http/endpoints/revisions.ts";
import { serve } from "#lib/http/serve.ts";

export const { GET } = serve(getCarries);
