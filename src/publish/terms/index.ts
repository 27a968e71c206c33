/**
 * Terms of use. Measurements, entries of the record and signals come in; out
 * goes the licence of whatever is made from them, computed and never wished
 * for (DESIGN section 4, "Tables"), so that it stands with every datum that
 * leaves the house. Serves P5.
 */
export * from "./licences.ts";
export * from "./terms.ts";
