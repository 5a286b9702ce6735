// The published package: data files stay in `src`, and `files` in package.json has to name them.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

it('has every data file that the engine reads', () => {
  const { files } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly files: readonly string[] };
  const data = readdirSync('src/engines', { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:txt|bin|json|onnx)$/.test(file))
    .map((file) => `src/engines/${file}`);

  expect(data.length).toBeGreaterThan(5);
  expect(data.filter((file) => !files.some((one) => file === one || file.startsWith(`${one}/`)))).toEqual([]);
});
