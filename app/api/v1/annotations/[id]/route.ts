import { getAnnotation, putAnnotation, deleteAnnotation } from "#lib/http/endpoints/annotations.ts";
import { serve } from "#lib/http/serve.ts";

export const { GET, PUT, DELETE } = serve(getAnnotation, putAnnotation, deleteAnnotation);
