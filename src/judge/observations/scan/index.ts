/**
 * Records read without JSON.parse. The bytes of a record come in, what the
 * readers of facts need of it goes out, or nothing where JSON.parse has to
 * read it (P7: what is not surely well-formed is not guessed at).
 */
export { scanRecord } from "./scan.ts";
