import { getIngestions, postIngestion } from "#lib/http/endpoints/ingestions.ts";
import { serve } from "#lib/http/serve.ts";

export const { GET, POST } = serve(getIngestions, postIngestion);
