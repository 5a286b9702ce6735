// Short lines that sites put into or after an article: labels of buttons, boxes and lists, in widespread languages.

/** A heading or a line above a box that isn't part of the article. */
const BOX_TITLE = new RegExp(
  `^(?:${[
    '(?:related|recommended|similar|popular|trending|latest|more|other|top)(?: (?:articles?|stories|posts?|news|content|reading|coverage|topics|links|products|recipes|videos|searches|guides|pages))+',
    '(?:related|recommended(?: for you)?|trending(?: now)?|most (?:read|popular|viewed|shared)(?: .{0,30})?|read (?:more|next|also)|see also on .{1,40}|up next|keep reading|don.t miss|editor.?s? picks?|in case you missed it)',
    '(?:you (?:may|might) (?:also )?(?:like|enjoy|be interested in)|people also (?:read|ask|liked)|customers (?:also|who) .{3,60}|frequently bought together|more (?:from|in|on|by) .{1,50})',
    '(?:share(?: (?:this|on|via)(?: .{1,40})?)?|follow us(?: on .{1,30})?|tags?|topics?|categories|filed under|explore more|on this page|in this article|contents|table of contents)',
    String.raw`(?:\d+ )?(?:comments?|replies|responses)(?: \(\d+\))?|leave a (?:comment|reply)|join the (?:conversation|discussion)|about the authors?|(?:sign up|subscribe)(?: .{1,60})?|newsletter|advertisement|sponsored(?: content)?`,
    '(?:mehr zum thema|lesen sie auch|auch interessant|ähnliche artikel|verwandte (?:artikel|themen)|weitere (?:artikel|meldungen|themen)|das könnte sie auch interessieren|meistgelesen|kommentare?|teilen|schlagwörter|themen|anzeige|inhalt(?:sverzeichnis)?|newsletter)',
    '(?:articles? (?:liés|similaires|connexes)|à lire aussi|lire aussi|sur le même (?:sujet|thème)|les plus lus|commentaires?|partager|publicité|sommaire|mots[- ]clés)',
    '(?:artículos? relacionados?|noticias relacionadas|te puede interesar|también te puede interesar|lo más (?:leído|visto)|lee también|comentarios?|compartir|publicidad|etiquetas)',
    '(?:leggi anche|articoli correlati|potrebbe interessarti|i più letti|commenti|condividi|pubblicità)|(?:leia (?:também|mais)|artigos relacionados|mais lidas|comentários|compartilhe|publicidade)|(?:lees ook|gerelateerde artikelen|meest gelezen|reacties|deel dit artikel)|(?:czytaj (?:też|także|również)|podobne artykuły|komentarze|udostępnij)',
    '(?:читайте также|по теме|похожие (?:статьи|материалы)|самое читаемое|комментарии|поделиться|теги|реклама|популярное|ещё по теме)|(?:читайте також|схожі статті|коментарі|поширити)',
    '(?:关键词|相关(?:阅读|新闻|文章|推荐)|推荐阅读|延伸閱讀|相關(?:閱讀|新聞|文章)|热门(?:文章|新闻)|热点排行|分享(?:到)?|评论|評論|責任編輯.{0,20}|责任编辑.{0,20})|(?:関連(?:記事|リンク|ニュース)|あわせて読みたい|おすすめ(?:の)?記事|人気(?:の)?記事|アクセスランキング|コメント|シェア(?:する)?|広告|目次)|(?:관련 ?(?:기사|뉴스)|많이 본 뉴스|댓글|공유하기)',
    '(?:اقرأ أيضا[ًً]?|اقرأ أيضًا|مواضيع ذات صلة|مقالات ذات صلة|الأكثر قراءة|التعليقات|شارك(?: .{1,20})?|إعلان)|(?:קראו גם|כתבות נוספות|כתבות קשורות|הנקראות ביותר|תגובות|שתפו|פרסומת)',
    '(?:διαβάστε (?:επίσης|ακόμη)|δημοφιλή|σχετικά άρθρα|σχόλια)|(?:ilgili haberler|çok okunanlar|yorumlar)|(?:läs (?:också|mer|även)|mest läst|kommentarer)|(?:læs også|mest læste|les også|mest lest)|(?:lue myös|luetuimmat)|(?:čtěte také|nejčtenější|diskuse)|(?:citește și|cele mai citite)|(?:xem thêm|tin liên quan|bình luận)|(?:baca juga|berita terkait|komentar)|(?:यह भी पढ़ें|संबंधित खबरें)',
  ].join('|')})\\s*[:：]?\\s*[»›→>…]*$`,
  'iu',
);
/** A line that stands in the middle of an article and points elsewhere or asks for something. */
const INTERRUPTION =
  /^[（([]?(?:(?:©|copyright).{0,60}|advertisement|anzeige|publicité|publicidad|pubblicità|реклама|広告|إعلان|פרסומת|story continues below(?: advertisement)?|article continues (?:below|after).{0,40}|scroll (?:down )?(?:to|for) .{1,40}|(?:share|save|print|email|tweet|pin|gift|copy link|like|bookmark|listen|comment)s?(?: (?:this|it).{0,30})?|(?:责任编辑|責任編輯|编辑|編輯)[:：].{1,20}|(?:jump|skip) to .{1,40}|back to top|\d+ (?:min(?:ute)?s?) read|\d+ (?:shares|comments|views|likes)|loading…?|\[?edit(?: source)?\]?|click (?:here )?to (?:share|print|enlarge|expand).{0,60}|view (?:comments|gallery|more|all).{0,20}|show (?:more|less|all)|getty images|follow .{1,40} on (?:twitter|facebook|instagram|x|linkedin|mastodon|bluesky)\b.{0,40}|\(?opens in (?:a )?new (?:window|tab)\)?)[.!:]?\s*\d*[）)\]]?$/iu;
/** The start of a line that consists of nothing else but links. */
const POINTER =
  /^(?:read (?:more|also|next)|see also|also read|more(?: on this)?|related(?: \p{L}+)?|watch|listen|lesen sie (?:auch|mehr)|mehr (?:dazu|zum thema)|lire aussi|à lire(?: aussi)?|lee también|leggi anche|leia (?:também|mais)|lees ook|czytaj (?:też|także|również)|читайте также|相关阅读|関連記事|あわせて読みたい|اقرأ أيض\S{1,3}|קראו גם|διαβάστε (?:επίσης|ακόμη)|läs (?:också|mer|även)|læs også|les også|lue myös|čtěte (?:také|více)|olvassa el(?: ezt is)?|citește și|xem thêm|baca juga|ayrıca (?:okuyun|bakınız)|यह भी पढ़ें|관련 ?기사)\s*[:：|–—-]/iu;

/** Whether a heading or line names a box that isn't part of the article, such as "Related stories". */
export function isBoxTitle(line: string): boolean {
  return line.length <= 90 && BOX_TITLE.test(line);
}

/** Whether a line is a label of a button or an advertisement. */
export function isInterruption(line: string): boolean {
  return line.length <= 90 && INTERRUPTION.test(line);
}

/** Whether a line points to another page, such as "Read more: …". */
export function isPointer(line: string): boolean {
  return POINTER.test(line);
}
