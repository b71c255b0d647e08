import { putMissed, deleteMissed } from "#lib/http/endpoints/missed.ts";
import { serve } from "#lib/http/serve.ts";

export const { PUT, DELETE } = serve(putMissed, deleteMissed);
