// Local models: the worker thread, the tokenizer and the queue of runs.
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openModel } from '../../../src/engines/onnx/model.js';
import { createInputs } from '../../../src/engines/onnx/sequences.js';
import { openTokenizer } from '../../../src/engines/onnx/tokenizer.js';
import { packagePath } from '../../../src/package-path.js';
import { TINY_MODEL } from '../../support/models.js';
import { temporaryFolder } from '../../support/temporary.js';

const [CLS, SEP] = [101, 102];

async function openTiny() {
  const model = await openModel({ file: join(TINY_MODEL, 'model.onnx'), threads: 1 });
  onTestFinished(() => model.close());
  return model;
}

const openBuiltInTokenizer = () => openTokenizer(packagePath('src/engines/builtin/models/tokenizer.json'));

describe('an ONNX model', () => {
  it('runs in its thread and returns a row per sequence, padded to the longest', async () => {
    const model = await openTiny();

    const outputs = await model.run([{ ids: [2, 3, 4] }, { ids: [2] }]);

    expect(model.inputNames).toEqual(['input_ids', 'attention_mask', 'token_type_ids']);
    const { data, shape } = outputs['last_hidden_state'] ?? { data: [], shape: [] };
    expect(shape).toEqual([2, 3, 32]);
    expect(data).toHaveLength(2 * 3 * 32);
  });

  it('takes an urgent run before those that wait', async () => {
    const model = await openTiny();
    const finished: string[] = [];
    const run = (name: string, isUrgent: boolean) =>
      model.run([{ ids: [2, 3] }], { isUrgent }).then(() => finished.push(name));

    await Promise.all([run('first', false), run('second', false), run('third', false), run('urgent', true)]);

    expect(finished).toEqual(['first', 'urgent', 'second', 'third']);
  });

  it('drops a run whose caller stops, and goes on with the next', async () => {
    const model = await openTiny();
    const stop = new AbortController();

    const first = model.run([{ ids: [2] }]);
    const stopped = model.run([{ ids: [2] }], { signal: stop.signal });
    const last = model.run([{ ids: [3] }]);
    stop.abort(new Error('stopped'));

    await expect(stopped).rejects.toThrow('stopped');
    await expect(Promise.all([first, last])).resolves.toHaveLength(2);
  });

  it('reports a run that fails, and goes on with the next', async () => {
    const model = await openTiny();

    const failing = model.run([{ ids: [10_000_000] }]);
    const next = model.run([{ ids: [2] }]);

    await expect(failing).rejects.toMatchObject({ code: 'engine/model-failed' });
    await expect(next).resolves.toHaveProperty('last_hidden_state');
  });

  it('lets the process end during a run', async () => {
    const script = `(async () => {
      const { openModel } = await import(${JSON.stringify(packagePath('dist/src/engines/onnx/model.js'))});
      const model = await openModel({ file: ${JSON.stringify(packagePath('src/engines/builtin/models/embedder.onnx'))}, threads: 1 });
      model.run([{ ids: new Array(256).fill(2000) }]).catch(() => {});
      setTimeout(() => process.exit(0), 5);
    })()`;

    const { stderr } = await promisify(execFile)(process.execPath, ['-e', script]);

    expect(stderr).toBe('');
  });

  it('rejects every run once it is closed', async () => {
    const model = await openTiny();

    const waiting = model.run([{ ids: [2] }]);
    const closing = model.close();

    await expect(waiting).rejects.toMatchObject({ code: 'engine/model-failed' });
    await closing;
    await expect(model.run([{ ids: [2] }])).rejects.toMatchObject({ code: 'engine/model-failed' });
    await expect(model.close()).resolves.toBeUndefined();
  });

  it('explains that a file is no model', async () => {
    const file = join(temporaryFolder(), 'model.onnx');
    writeFileSync(file, 'half a download');

    const opening = openModel({ file, threads: 1 });

    await expect(opening).rejects.toMatchObject({
      ...{ code: 'engine/bad-model', message: expect.stringContaining(file) },
    });
  });
});

describe('model inputs', () => {
  it('have zeros where a row is padded', () => {
    const { attention_mask: mask, token_type_ids: types } = createInputs(
      [{ ids: [5, 6, 7], typeIds: [0, 1, 1] }, { ids: [5] }],
      ['input_ids', 'attention_mask', 'token_type_ids'],
    );

    expect(Array.from(mask?.data ?? [], Number)).toEqual([1, 1, 1, 1, 0, 0]);
    expect(Array.from(types?.data ?? [], Number)).toEqual([0, 1, 1, 0, 0, 0]);
  });

  it('are only those that the model has', () => {
    expect(Object.keys(createInputs([{ ids: [5] }], ['input_ids', 'attention_mask']))).toEqual([
      'input_ids',
      'attention_mask',
    ]);
  });
});

describe('the tokenizer', () => {
  it('puts special tokens around a text and cuts it to the limit', async () => {
    const tokenizer = await openBuiltInTokenizer();

    const whole = tokenizer.encodeSequence('The harbour closes.', 256);
    const cut = tokenizer.encodeSequence('harbour '.repeat(500), 16);

    expect(whole.ids).toEqual([CLS, ...tokenizer.encode('The harbour closes.'), SEP]);
    expect(tokenizer.idOf('[SEP]')).toBe(SEP);
    expect(cut.ids).toHaveLength(16);
    expect([cut.ids[0], cut.ids[15]]).toEqual([CLS, SEP]);
  });

  it('gives the tokens of a text as those of its words, one after another', async () => {
    const tokenizer = await openBuiltInTokenizer();
    const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });

    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(tokenizer.encode(`${a} ${b}`)).toEqual([...tokenizer.encode(a), ...tokenizer.encode(b)]);
      }),
      { numRuns: 200 },
    );
  });
});
