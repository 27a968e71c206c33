/**
 * Programs of inner loops: WebAssembly that does what JavaScript would take
 * several times as long for. Each has its source beside it, compiled by
 * `node scripts/programs.mjs`.
 */

/** As much of WebAssembly as is used: the types of Node's library do not have it. */
interface WebAssembly {
	readonly Module: new (bytes: Uint8Array) => object;
	readonly Instance: new (
		module: object,
		imports: Readonly<Record<string, unknown>>,
	) => { readonly exports: object };
	readonly Memory: new (size: { readonly initial: number }) => ProgramMemory;
}

export interface ProgramMemory {
	/** Another one after the memory has grown. */
	readonly buffer: ArrayBuffer;
	/** By so many pages. */
	grow(pages: number): number;
}

const PAGE_BYTES = 65_536;

/**
 * Starts a program; undefined where this Node runs none (`--jitless`): its
 * caller must have another way that gives the same. A program that brings no
 * memory of its own is given `memory`.
 */
export function startProgram(
	base64: string,
	memory?: ProgramMemory,
): object | undefined {
	const engine = webAssembly();
	if (engine === undefined) return undefined;
	const module = new engine.Module(Buffer.from(base64, "base64"));
	return new engine.Instance(module, { env: { memory } }).exports;
}

/** Memory of at least so many bytes; undefined where programs do not run. */
export function programMemory(bytes: number): ProgramMemory | undefined {
	const engine = webAssembly();
	return (
		engine && new engine.Memory({ initial: Math.ceil(bytes / PAGE_BYTES) })
	);
}

/** Makes memory hold at least so many bytes, and half as many again as it did. */
export function growMemory(memory: ProgramMemory, bytes: number): void {
	const has = memory.buffer.byteLength;
	memory.grow(Math.ceil((Math.max(bytes, 1.5 * has) - has) / PAGE_BYTES));
}

function webAssembly(): WebAssembly | undefined {
	return Reflect.get(globalThis, "WebAssembly");
}
