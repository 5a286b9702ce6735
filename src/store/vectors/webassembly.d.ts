// The part of WebAssembly that is used here: Node has it, but its types come with those of a browser.
// https://webassembly.github.io/spec/js-api/
declare namespace WebAssembly {
  class Memory {
    constructor(descriptor: { readonly initial: number });
    /** Another one after each growth. */
    readonly buffer: ArrayBuffer;
    /** @param pages 64 KiB each. @throws RangeError where there is no more */
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
