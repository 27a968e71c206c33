/**
 * The lab's second form: the same scenarios with real packets, in network
 * namespaces that it makes and removes. Needs root, `ip`, `iptables`, `tc`.
 */
export { sweepNamespaces, whyNoNamespaces } from "./host.ts";
export {
	type NamespaceLab,
	type OpenScene,
	openNamespaceLab,
	openScene,
} from "./measure.ts";
