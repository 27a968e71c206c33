/** Object storage of the operator's own: what the archive holds, outside this machine. */
export * from "./bucket.ts";
export type { S3Keys } from "./signed-client.ts";
