// Compiled by AssemblyScript to WebAssembly (`npm run build:assembly`) to use the processor's SIMD
// instructions, which multiply eight 16-bit numbers at once and add up pairs.
// https://www.assemblyscript.org/stdlib/globals.html#simd

/**
 * Computes dot products of a query with rows. A row has `width` 8-bit numbers followed by their scale, a
 * 32-bit float, in `size` bytes in total. All addresses are byte offsets in the module's memory.
 * @param width a multiple of 16
 * @param query address of `width` 16-bit numbers
 * @param list address of `count` 32-bit row numbers to compare
 * @param rows address of row 0
 * @param products address of `count` 32-bit floats, written
 * @param highest address of the maximum of each `block` products, written
 */
export function compare(
  width: usize,
  size: usize,
  query: usize,
  list: usize,
  count: usize,
  rows: usize,
  products: usize,
  highest: usize,
  block: usize,
): void {
  let most: f32 = -Infinity;
  for (let at: usize = 0; at < count; at += 1) {
    const row = rows + size * load<u32>(list + 4 * at);
    let low = i32x4.splat(0);
    let high = i32x4.splat(0);
    for (let place: usize = 0; place < width; place += 16) {
      const values = row + place;
      const queryValues = query + 2 * place;
      low = i32x4.add(low, i32x4.dot_i16x8_s(v128.load_ext<i8>(values), v128.load(queryValues)));
      high = i32x4.add(high, i32x4.dot_i16x8_s(v128.load_ext<i8>(values + 8), v128.load(queryValues + 16)));
    }
    const sums = i32x4.add(low, high);
    const sum =
      i32x4.extract_lane(sums, 0) +
      i32x4.extract_lane(sums, 1) +
      i32x4.extract_lane(sums, 2) +
      i32x4.extract_lane(sums, 3);
    const product = f32(sum) * load<f32>(row + width);
    store<f32>(products + 4 * at, product);
    most = max(most, product);
    if ((at + 1) % block === 0 || at + 1 === count) {
      store<f32>(highest + 4 * (at / block), most);
      most = -Infinity;
    }
  }
}
