/**
 * The rules, as data. Order matters within a layer: the first that fires for
 * a subject decides it, and all that fire are stored.
 */
export { DNS_RULES } from "./dns.ts";
export { HTTP_RULES } from "./http.ts";
export { APP_RULES, QUIC_RULES } from "./other.ts";
export { TCP_RULES } from "./tcp.ts";
export { TLS_RULES } from "./tls.ts";
