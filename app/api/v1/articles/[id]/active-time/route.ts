import { getActiveTime, postActiveTime } from "#lib/http/endpoints/work.ts";
import { serve } from "#lib/http/serve.ts";

export const { GET, POST } = serve(getActiveTime, postActiveTime);
