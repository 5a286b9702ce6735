// Reads addresses without exceptions.

/**
 * The address, or undefined if it isn't complete. `URL.canParse` won't do: once Node 20 has optimized it, it refuses
 * addresses with letters such as "ü".
 */
export function parseUrl(text: string, base?: string | URL): URL | undefined {
  try {
    return new URL(text, base);
  } catch {
    return undefined;
  }
}
