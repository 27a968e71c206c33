/**
 * The read API: `/api/v1`, described by an OpenAPI 3.1 document that is made
 * from the same schemas that check requests, and `/ooni/api/v1` in the shape
 * of OONI's API. What comes in are the store's tables, the incidents, the
 * record and a clock; what goes out is a Hono application. Serves P4 (states
 * keep the floor), P5 (counts and a witness in every row), P11 (no address is
 * kept) and P12 (the record stands apart from what is measured).
 */
export { type ApiMount, createApi } from "./api.ts";
export type { ApiDeps } from "./api-deps.ts";
export { openApiDocument } from "./openapi.ts";
