// Every command in menu order, and every action of a button, menu or form.
import type { Action, Command } from '../src/discord/command.js';
import { clearRole } from './article/access.js';
import { submitAddForm } from './article/add/add.js';
import { addLinked, pickSource } from './article/add/add-linked.js';
import { postCard, tryQuestion } from './article/add/card.js';
import { cancelAdd, confirmAdd, editDetails } from './article/add/preview.js';
import { article } from './article/article.js';
import { hide, makeDefault, unhide, unmakeDefault } from './article/article-buttons.js';
import { openArticle, openArticleList, turnArticle, turnArticleList } from './article/browse.js';
import { clearDefault } from './article/default.js';
import { stopFollowingFeed } from './article/feeds.js';
import { turnHistory } from './article/history.js';
import { refreshArticle, scheduleRefresh } from './article/refresh.js';
import { askToRemove, keepArticle, removeNow, restore } from './article/remove.js';
import { ask } from './ask.js';
import { openSources, share, turnSources } from './buttons/answer-buttons.js';
import { followUp } from './buttons/follow-up.js';
import { askAll, chooseForAnswer, chooseServer, pickArticle } from './buttons/menus.js';
import { askSuggested } from './buttons/suggested-question.js';
import { check } from './check.js';
import { submitDigestForm } from './digest/add.js';
import { pauseDigest, removeDigest, resumeDigest } from './digest/change.js';
import { digest } from './digest/digest.js';
import { openDigest } from './digest/list.js';
import { tryDigest } from './digest/test.js';
import { help } from './help.js';
import { deleteMyData, deleteServer, keepServer, showMyData } from './privacy/delete-data.js';
import { privacy } from './privacy/privacy.js';
import { postRecap, recap } from './recap.js';
import { search } from './search.js';
import { summary } from './summary/summary.js';
import { changeLength, changeStyle, choosePostChannel, postSummary } from './summary/summary-buttons.js';
import { usage } from './usage.js';

export { renderHelp } from './help.js';
export { answerQuestion } from './shared/answer-question.js';

export const commands: readonly Command[] = [
  ask,
  search,
  summary,
  article,
  digest,
  recap,
  check,
  addLinked,
  usage,
  help,
  privacy,
];

export const actions: readonly Action[] = [
  openSources,
  turnSources,
  followUp,
  share,
  askSuggested,
  ...[changeStyle, changeLength, choosePostChannel, postSummary],
  pickArticle,
  chooseForAnswer,
  chooseServer,
  askAll,
  openArticle,
  openArticleList,
  turnArticleList,
  turnArticle,
  ...[submitAddForm, confirmAdd, cancelAdd, editDetails, pickSource, tryQuestion, postCard],
  ...[askToRemove, removeNow, keepArticle, restore, refreshArticle, scheduleRefresh],
  ...[makeDefault, unmakeDefault, clearDefault, hide, unhide],
  ...[stopFollowingFeed, turnHistory, clearRole],
  ...[submitDigestForm, openDigest, pauseDigest, resumeDigest, removeDigest, tryDigest],
  postRecap,
  ...[showMyData, deleteMyData, deleteServer, keepServer],
];
