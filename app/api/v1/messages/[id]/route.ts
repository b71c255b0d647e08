import { putMessage, deleteMessage } from "#lib/http/endpoints/threads.ts";
import { serve } from "#lib/http/serve.ts";

export const { PUT, DELETE } = serve(putMessage, deleteMessage);
