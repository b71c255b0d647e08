import { getArticle, patchArticle } from "#lib/http/endpoints/articles.ts";
import { serve } from "#lib/http/serve.ts";

export const { GET, PATCH } = serve(getArticle, patchArticle);
