// Every command in menu order, and every action of a button, menu or form.
import type { Action, Command } from '../src/discord/command.js';
import { openSources, share, turnSources } from './answer-buttons.js';
import { article, openArticle, openArticleList, turnArticle, turnArticleList } from './article.js';
import { ask } from './ask.js';
import { check } from './check.js';
import { followUp } from './follow-up.js';
import { help } from './help.js';
import { chooseForAnswer, chooseServer, pickArticle } from './menus.js';
import { privacy } from './privacy.js';
import { search } from './search.js';
import { askSuggested } from './suggested-question.js';
import { summary } from './summary.js';
import { usage } from './usage.js';

export { renderHelp } from './help.js';
export { answerQuestion } from './shared/answer-question.js';

export const commands: readonly Command[] = [ask, search, summary, article, check, usage, help, privacy];

export const actions: readonly Action[] = [
  openSources,
  turnSources,
  followUp,
  share,
  askSuggested,
  pickArticle,
  chooseForAnswer,
  chooseServer,
  openArticle,
  openArticleList,
  turnArticleList,
  turnArticle,
];
