import { getBackground } from "#lib/http/endpoints/background.ts";
import { serve } from "#lib/http/serve.ts";

export const { GET } = serve(getBackground);
