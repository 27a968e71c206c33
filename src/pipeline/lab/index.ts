/** The lab's scenarios run and scored. Serves P6: what must be found is compared with what is. */
export * from "./run.ts";
