import {
  deleteArticlePresence,
  getPresence,
  putArticlePresence,
} from "#lib/http/endpoints/presence.ts";
import { serve } from "#lib/http/serve.ts";

export const { GET, PUT, DELETE } = serve(getPresence, putArticlePresence, deleteArticlePresence);
