import { getNamedLinks } from "#lib/http/endpoints/links.ts";
import { serve } from "#lib/http/serve.ts";

export const { GET } = serve(getNamedLinks);
