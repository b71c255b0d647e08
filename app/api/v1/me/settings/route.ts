import { getMySettings, patchMySettings } from "#lib/http/endpoints/me.ts";
import { serve } from "#lib/http/serve.ts";

export const { GET, PATCH } = serve(getMySettings, patchMySettings);
