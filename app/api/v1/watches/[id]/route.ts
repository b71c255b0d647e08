import { deleteWatch, getWatch, patchWatch } from "#lib/http/endpoints/watches.ts";
import { serve } from "#lib/http/serve.ts";

export const { GET, PATCH, DELETE } = serve(getWatch, patchWatch, deleteWatch);
