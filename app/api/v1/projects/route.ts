import { getProjects } from "#lib/http/endpoints/projects.ts";
import { serve } from "#lib/http/serve.ts";

export const { GET } = serve(getProjects);
