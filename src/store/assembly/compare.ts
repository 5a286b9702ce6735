// Compiled by AssemblyScript to WebAssembly (`npm run build:assembly`), for the processor's vector instructions: they
// multiply eight 16-bit numbers at once, and add up pairs. https://www.assemblyscript.org/stdlib/globals.html#simd

/**
 * Dot products of a query with rows of 8-bit numbers; all places are in bytes of the module's memory.
 * @param width numbers a row, a multiple of 16
 * @param query `width` 16-bit numbers
 * @param list 32-bit numbers of the rows to compare, `count` of them
 * @param rows where row 0 begins
 * @param products `count` 32-bit numbers, written
 */
export function compare(
  width: usize,
  query: usize,
  list: usize,
  count: usize,
  rows: usize,
  products: usize,
): void {
  for (let at: usize = 0; at < count; at += 1) {
    const row = rows + width * load<u32>(list + 4 * at);
    let low = i32x4.splat(0);
    let high = i32x4.splat(0);
    for (let place: usize = 0; place < width; place += 16) {
      const values = row + place;
      const asked = query + 2 * place;
      low = i32x4.add(low, i32x4.dot_i16x8_s(v128.load_ext<i8>(values), v128.load(asked)));
      high = i32x4.add(high, i32x4.dot_i16x8_s(v128.load_ext<i8>(values + 8), v128.load(asked + 16)));
    }
    const sums = i32x4.add(low, high);
    store<i32>(
      products + 4 * at,
      i32x4.extract_lane(sums, 0) +
        i32x4.extract_lane(sums, 1) +
        i32x4.extract_lane(sums, 2) +
        i32x4.extract_lane(sums, 3),
    );
  }
}
