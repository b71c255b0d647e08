import { getEvidence, putEvidence, deleteEvidence } from "#lib/http/endpoints/evidence.ts";
import { serve } from "#lib/http/serve.ts";

export const { GET, PUT, DELETE } = serve(getEvidence, putEvidence, deleteEvidence);
