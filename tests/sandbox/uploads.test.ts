// Files in the sandbox: uploads, attachment options, File Upload in forms, and messages with files.
import { ComponentType, Events, type Interaction, MessageFlags, TextInputStyle } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../../src/sandbox/people/person.js';
import { IDS, openSandboxBot, type SandboxBot } from '../support/sandbox-bot.js';

const READ = {
  name: 'read',
  description: 'Reads a file',
  options: [{ type: 11, name: 'file', description: 'The file', file_types: ['.txt', 'image'] }],
};
const inGeneral = { channelId: IDS.general };
const NOTE = { name: 'Note.TXT', contentType: 'text/plain', bytes: new TextEncoder().encode('Hello') };

let bot: SandboxBot;
let member: Person;

beforeEach(async () => {
  bot = await openSandboxBot({ commands: [READ] });
  member = bot.sandbox.as(IDS.member);
});

afterEach(async () => {
  await bot.close();
});

function nextInteraction(): Promise<Interaction> {
  return new Promise((resolve) => bot.client.once(Events.InteractionCreate, resolve));
}

function formWith(input: object) {
  const label = { type: ComponentType.Label, label: 'File', component: input };
  return { custom_id: 'form', title: 'A form', components: [label] };
}

const FILE_INPUT = { type: ComponentType.FileUpload, custom_id: 'file', file_types: ['.txt'], max_values: 2 };

/** Opens a form as the answer to `/read`. @returns the interaction that opened it */
async function openForm(input: object = FILE_INPUT) {
  const created = nextInteraction();
  const opener = member.command('read', {}, inGeneral);
  const interaction = await created;
  if (!interaction.isChatInputCommand()) throw new Error('not a command');
  await interaction.showModal(formWith(input) as never);
  return opener;
}

describe('an attachment option', () => {
  it('gives the bot the file with an address to download it from', async () => {
    const created = nextInteraction();

    member.command('read', { file: member.upload(NOTE) }, inGeneral);
    const interaction = await created;
    const file = interaction.isChatInputCommand() ? interaction.options.getAttachment('file', true) : null;
    const downloaded = await (await fetch(file?.url ?? '')).text();

    expect(file).toMatchObject({ name: 'Note.TXT', size: 5, contentType: 'text/plain' });
    expect(downloaded).toBe('Hello');
  });

  it('takes only files of its types', () => {
    const page = member.upload({ ...NOTE, name: 'page.html', contentType: 'text/html' });
    const picture = member.upload({ ...NOTE, name: 'picture', contentType: 'image/png' });

    expect(() => member.command('read', { file: page }, inGeneral)).toThrow('wrong type');
    expect(() => member.command('read', { file: picture }, inGeneral)).not.toThrow();
  });

  it('takes no file that is gone', () => {
    expect(() => member.command('read', { file: '123' }, inGeneral)).toThrow('deleted');
  });

  it.each([[['txt']], [Array.from({ length: 11 }, () => '.txt')], ['.txt']])(
    'refuses the file types %j',
    async (types) => {
      const option = { ...READ.options[0], file_types: types };

      const { status } = await bot.rest('PUT', `/applications/${IDS.application}/commands`, [
        { ...READ, options: [option] },
      ]);

      expect(status).toBe(400);
    },
  );
});

describe('File Upload in a form', () => {
  it('gives the bot the files', async () => {
    const opener = await openForm();
    const created = nextInteraction();

    member.submitModal(opener, { file: [member.upload(NOTE), member.upload(NOTE)] });
    const submitted = await created;
    const files = submitted.isModalSubmit() ? submitted.fields.getUploadedFiles('file', true) : undefined;

    expect(files?.map(({ name, size }) => ({ name, size }))).toEqual([
      { name: 'Note.TXT', size: 5 },
      { name: 'Note.TXT', size: 5 },
    ]);
  });

  it('is checked before it is sent', async () => {
    const opener = await openForm();
    const [file] = [member.upload(NOTE)];
    const page = member.upload({ ...NOTE, name: 'page.html' });

    expect(() => member.submitModal(opener, {})).toThrow('“File” is required');
    expect(() => member.submitModal(opener, { file: [file, file, file] })).toThrow('at most 2');
    expect(() => member.submitModal(opener, { file: [page] })).toThrow('wrong type');
  });

  it('may stay empty if it is optional', async () => {
    const opener = await openForm({ ...FILE_INPUT, required: false, min_values: 0 });
    const created = nextInteraction();

    member.submitModal(opener, {});

    expect((await created).isModalSubmit()).toBe(true);
  });

  it.each([
    [{ ...FILE_INPUT, max_values: 11 }],
    [{ ...FILE_INPUT, min_values: -1 }],
    [{ ...FILE_INPUT, file_types: ['documents'] }],
    [{ type: ComponentType.FileUpload }],
  ])('is refused as %j', async (input) => {
    await expect(openForm(input)).rejects.toMatchObject({ status: 400 });
  });

  it('stands in a label only', async () => {
    const created = nextInteraction();
    member.command('read', {}, inGeneral);
    const { id, token } = await created;
    const row = { type: ComponentType.ActionRow, components: [FILE_INPUT] };

    const { status } = await bot.rest('POST', `/interactions/${id}/${token}/callback`, {
      type: 9,
      data: { custom_id: 'form', title: 'A form', components: [row] },
    });

    expect(status).toBe(400);
  });
});

describe('uploading from the page', () => {
  const upload = (body: Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
    fetch(`${bot.sandbox.origin}/sandbox/uploads?user=${IDS.member}&name=note.txt&type=text/plain`, {
      method: 'POST',
      headers: { origin: bot.sandbox.origin, 'content-type': 'application/octet-stream', ...headers },
      body,
    });

  it('stores the bytes and returns an id', async () => {
    const answer = (await (await upload(new Uint8Array([0, 255, 10]))).json()) as { id: string };

    expect([...(bot.sandbox.world.attachments.get(answer.id)?.bytes ?? [])]).toEqual([0, 255, 10]);
  });

  it('has a limit of 10 MB', async () => {
    const answer = await upload(new Uint8Array(10 * 1024 * 1024 + 1));

    expect(answer.status).toBe(413);
  });

  it.each([
    [{ origin: 'https://example.org' }, 403],
    [{ 'content-type': 'text/plain' }, 415],
  ])('refuses %j', async (headers, status) => {
    expect((await upload(new Uint8Array([1]), headers)).status).toBe(status);
  });

  it('forgets the oldest files when there are too many', () => {
    const large = { ...NOTE, bytes: new Uint8Array(10 * 1024 * 1024) };

    const ids = Array.from({ length: 14 }, () => member.upload(large));

    const kept = ids.filter((id) => bot.sandbox.world.attachments.has(id));
    expect(kept).toEqual(ids.slice(2));
  });
});

it('a message can have files without text', () => {
  const { message } = member.say('', { ...inGeneral, attachmentIds: [member.upload(NOTE)] });

  expect(message.attachments).toMatchObject([{ filename: 'Note.TXT', size: 5 }]);
  expect(message.flags ?? 0).not.toBe(MessageFlags.Ephemeral);
});

it('a text input keeps its rules next to a file', async () => {
  const opener = await openForm({
    type: ComponentType.TextInput,
    custom_id: 'text',
    style: TextInputStyle.Short,
  });

  expect(() => member.submitModal(opener, {})).toThrow('is required');
});
