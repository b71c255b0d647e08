import { getLikenessesOfArticle } from "#lib/http/endpoints/likenesses.ts";
import { serve } from "#lib/http/serve.ts";

export const { GET } = serve(getLikenessesOfArticle);
