// The part of the WebAssembly API that we use. Node.js has it, but its types come with the DOM library.
// https://webassembly.github.io/spec/js-api/
declare namespace WebAssembly {
  class Memory {
    constructor(descriptor: { readonly initial: number });
    /** Replaced by a new buffer after each `grow`. */
    readonly buffer: ArrayBuffer;
    /** @param pages 64 KiB each. @throws RangeError if there is no more memory */
    grow(pages: number): number;
  }
  class Module {
    constructor(bytes: Uint8Array);
  }
  class Instance {
    constructor(module: Module, imports: Readonly<Record<string, Readonly<Record<string, unknown>>>>);
    readonly exports: Readonly<Record<string, unknown>>;
  }
}
