import { notFound, type Route } from "./answer.ts";
export const answerMeasurement: Route = async () => notFound;
