/** Costs where the wings meet: methods against published figures, and against each other on one day. */
export * from "./backtest.ts";
export * from "./cross-model.ts";
export * from "./incident-cost.ts";
