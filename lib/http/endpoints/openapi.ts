import { z } from "zod";
import { answer, endpoint } from "../endpoint.ts";
import { openapiDocument } from "../openapi.ts";

export const getOpenapi = endpoint({
  method: "GET",
  path: "/openapi.json",
  summary: "This description",
  isOpen: true,
  answers: { 200: z.looseObject({}).meta({ description: "OpenAPI 3.1" }) },
  handle: async () => answer(200, { ...openapiDocument() }),
});
