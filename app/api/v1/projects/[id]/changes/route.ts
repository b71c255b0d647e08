import { getChangeNotices } from "#lib/http/endpoints/carries.ts";
import { serve } from "#lib/http/serve.ts";

export const { GET } = serve(getChangeNotices);
