// Embedders that run a local model: the built-in one, and models from a folder.
import { cpSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createEmbedder } from '../../../src/engines/builtin/embedder.js';
import { openBuiltinEmbedder } from '../../../src/engines/builtin/model-embedder.js';
import { openModelFolder } from '../../../src/engines/onnx/model-folder.js';
import { openEngine } from '../../../src/engines/open.js';
import { TINY_MODEL } from '../../support/models.js';
import { temporaryFolder } from '../../support/temporary.js';

const dot = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);

async function openFolder(folder: string) {
  const embedder = await openModelFolder(`onnx:${folder}`);
  onTestFinished(() => embedder.close());
  return embedder;
}

/** A copy of the tiny model, to be changed. */
function copyModel(): string {
  const folder = join(temporaryFolder(), 'model');
  cpSync(TINY_MODEL, folder, { recursive: true });
  return folder;
}

describe('the built-in embedder', () => {
  async function openBuiltIn() {
    const embedder = await openBuiltinEmbedder();
    onTestFinished(() => embedder.close());
    return embedder;
  }

  it('finds an English text that says the same in other words', async () => {
    const embedder = await openBuiltIn();

    const query = await embedder.embedQuery('When does the port shut?', { language: 'en' });
    const [same = [], other = []] = await embedder.embedDocuments(
      ['The harbour will be closed from 3 March.', 'The painted ceiling was restored.'],
      { language: 'en' },
    );

    expect(dot(query, same)).toBeGreaterThan(0.4);
    expect(dot(query, other)).toBeLessThan(0.2);
  });

  it('embeds other languages by their words, in a space of their own', async () => {
    const embedder = await openBuiltIn();
    const lexical = createEmbedder();
    const text = 'Der Hafen schließt im März.';

    const [vector] = await embedder.embedDocuments([text], { language: 'de' });

    expect(vector).toEqual(await lexical.embedQuery(text));
    expect(embedder.spaceOf?.('de').name).toBe(embedder.spaceOf?.('ja').name);
    expect(embedder.spaceOf?.('de').name).not.toBe(embedder.spaceOf?.('en').name);
    expect(embedder.dimensions).toBe(lexical.dimensions);
  });

  it('gives a text the same vector whatever else is embedded', async () => {
    const embedder = await openBuiltIn();
    const texts = ['A short one.', 'A longer text about a harbour and its boats. '.repeat(20)];

    const together = await embedder.embedDocuments(texts);
    const alone = await Promise.all(texts.map((text) => embedder.embedQuery(text)));

    expect(together).toEqual(alone);
  });

  it('is the default, and the lexical vectors of earlier versions may serve meanwhile', async () => {
    const engine = await openEngine({});
    onTestFinished(() => engine.close());

    expect(engine.embedder.fingerprint).toContain('minilm');
    expect(engine.formerEmbedders.map(({ fingerprint }) => fingerprint)).toEqual([
      createEmbedder().fingerprint,
    ]);
  });
});

describe('a model folder', () => {
  it('is opened by its name in the configuration', async () => {
    const engine = await openEngine({
      embedding: { model: `onnx:${TINY_MODEL}`, batchSize: 8, concurrency: 1 },
    });
    onTestFinished(() => engine.close());

    expect(engine.embedder.dimensions).toBe(32);
    expect(await engine.embedder.embedQuery('The harbour closes.')).toHaveLength(32);
  });

  it('may have its graph in a subfolder, as public models do', async () => {
    const folder = copyModel();
    mkdirSync(join(folder, 'onnx'));
    renameSync(join(folder, 'model.onnx'), join(folder, 'onnx', 'model_quantized.onnx'));

    const [ours, theirs] = [await openFolder(TINY_MODEL), await openFolder(folder)];

    expect(await theirs.embedQuery('harbour')).toEqual(await ours.embedQuery('harbour'));
  });

  it('pools as its configuration says', async () => {
    const folder = copyModel();
    writeFileSync(join(folder, '1_Pooling', 'config.json'), '{"pooling_mode_cls_token": true}');

    const [mean, cls] = [await openFolder(TINY_MODEL), await openFolder(folder)];

    expect(await cls.embedQuery('the harbour')).not.toEqual(await mean.embedQuery('the harbour'));
    expect(cls.fingerprint).not.toBe(mean.fingerprint);
  });

  it('puts the configured prompts before questions and passages', async () => {
    const folder = copyModel();
    const prompts = { query: 'query: ', passage: 'passage: ' };
    writeFileSync(join(folder, 'config_sentence_transformers.json'), JSON.stringify({ prompts }));

    const [plain, prompted] = [await openFolder(TINY_MODEL), await openFolder(folder)];

    expect(await prompted.embedQuery('harbour')).toEqual(await plain.embedQuery('query: harbour'));
    expect(await prompted.embedDocuments(['harbour'])).toEqual(
      await plain.embedDocuments(['passage: harbour']),
    );
  });

  it('cuts texts that are longer than the model takes', async () => {
    const embedder = await openFolder(TINY_MODEL);

    const [vector = []] = await embedder.embedDocuments(['harbour '.repeat(5_000)]);

    expect(Math.hypot(...vector)).toBeCloseTo(1);
  });

  it.each([
    ["doesn't exist", 'nowhere', "doesn't exist"],
    ['has no model', '.', 'no .onnx file'],
  ])('that %s is reported with advice', async (_name, path, message) => {
    const opening = openModelFolder(`onnx:${join(temporaryFolder(), path)}`);

    await expect(opening).rejects.toMatchObject({
      ...{ code: 'engine/bad-model', message: expect.stringContaining(message) },
      advice: expect.stringContaining('docs/models.md'),
    });
  });
});
