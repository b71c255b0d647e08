import { getExport } from "#lib/http/endpoints/export.ts";
import { serve } from "#lib/http/serve.ts";

export const { GET } = serve(getExport);
