// The whole bot with real sources that may read a local website, for tests that add and manage articles.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { App, AppOptions } from '../../src/app.js';
import type { BotOptions } from '../../src/discord/connection/client.js';
import type { InteractionHandle, Person } from '../../src/sandbox/people/person.js';
import type { MessageView } from '../../src/sandbox/protocol.js';
import type { SandboxOptions } from '../../src/sandbox/server.js';
import { DEFAULT_SEED } from '../../src/sandbox/world/seed.js';
import type { Attachment } from '../../src/sandbox/world/types.js';
import { openSources } from '../../src/sources/open-sources.js';
import { type ArticleSite, openTestSite } from './article-site.js';
import { buttonOf, buttonsOf, IDS, openWholeBot, textOf, type WholeBot } from './discord.js';
import { HARBOUR } from './small-article.js';
import { temporaryFolder } from './temporary.js';

export const inGeneral = { channelId: IDS.general };
export const GAZETTE = `guild:${IDS.gazette}`;
/** A role that the member of the first server has. */
export const LIBRARIANS = DEFAULT_SEED.guilds[0]?.roles?.[0]?.id ?? '';

export const TIMETABLE = `# Ferry timetable

The first ferry leaves Marlow Quay at 6:40 in the morning. The last one returns at 23:15.

A single ticket costs three crowns. Children under twelve travel free of charge.
`;

export interface ArticleBot extends WholeBot {
  readonly site: ArticleSite;
  /** Manages both servers. */
  readonly owner: Person;
  /** Manages none. */
  readonly member: Person;
}

export async function openArticleBot({
  app = {},
  bot = {},
  sandbox: sandboxOptions = {},
  hasCorpus = false,
}: {
  readonly app?: Partial<AppOptions>;
  readonly bot?: Partial<BotOptions>;
  readonly sandbox?: SandboxOptions;
  readonly hasCorpus?: boolean;
} = {}): Promise<ArticleBot> {
  const site = await openTestSite();
  const sources = openSources({ allowedHosts: [site.host] });
  onTestFinished(() => sources.close());
  const opened = await openWholeBot({
    app: { sources, corpusDir: hasCorpus ? makeCorpus() : false, ...app },
    sandbox: sandboxOptions,
    // Progress would count as a reply. A test of the progress shortens this.
    bot: { editIntervalMs: 60_000, ...bot },
  });
  const { sandbox } = opened;
  return { ...opened, site, owner: sandbox.as(IDS.owner), member: sandbox.as(IDS.member) };
}

function makeCorpus(): string {
  const folder = join(temporaryFolder(), 'corpus');
  mkdirSync(folder);
  writeFileSync(join(folder, 'tides.md'), '# Tide tables\n\nHigh water is at noon on the first of May.\n');
  return folder;
}

export function fileOf(name: string, text: string): Attachment {
  return { name, contentType: 'text/plain', bytes: new TextEncoder().encode(text) };
}

/** The articles that were added to the first server during the test. */
export function listAdded({ assistant }: App) {
  return assistant
    .listArticles({ library: GAZETTE })
    .filter(({ library, title }) => library === GAZETTE && title !== HARBOUR.title);
}

/** What is added: a link, or text as a file. */
type Given = { readonly link: string } | { readonly text: string };

/** @returns the preview */
export async function previewArticle(person: Person, given: Given, place = inGeneral): Promise<MessageView> {
  const options =
    'link' in given ? { link: given.link } : { file: person.upload(fileOf('article.md', given.text)) };
  return await person.command('article add', options, place).reply();
}

/** @returns the card */
export async function addArticle(person: Person, given: Given, place = inGeneral): Promise<MessageView> {
  const preview = await previewArticle(person, given, place);
  return await person.click(preview.message.id, buttonOf(preview, 'add')).reply();
}

export function hasButton(view: MessageView, name: string): boolean {
  return buttonsOf(view).some((id) => id.split(':')[0] === name);
}

/** Waits until an interaction has an answer, in whatever message. @returns all texts that the person sees */
export async function everythingAfter(
  { sandbox }: WholeBot,
  person: Person,
  act: () => InteractionHandle,
): Promise<string> {
  const answered = sandbox.world.until('interaction-answered');
  act();
  await answered;
  return person.messages(IDS.general).map(textOf).join('\n');
}
