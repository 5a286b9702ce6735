// English cues, see cues.ts.
import { asksFor, type Cues, wants } from './cues.js';

const SELF = 'i me we us my im';
const READING = 'read reading';

export const ENGLISH_CUES: Cues = {
  article:
    'article text page story piece document doc post report interview newsletter handbook guide essay paper blog faq review column manual writeup brochure leaflet notice obituary news site thing file artical',
  articles:
    'articles texts documents docs stories files sources topics titles pages papers reports library posts',
  neutral:
    'everybody happy monday tuesday wednesday thursday friday saturday sunday weekend first m8 bud buddy friend friends folks saved explaining explained mostly needed looking around full through walk kind sort type types dont havent read cant please pls plz bot footnote mate man dude bro so ok okay k well um uh hm oh just btw now quickly quick real quickly hey hi hello sorry excuse a an the this these that it its here there im id ill i me my we us our you u ur your yours am give gimme show shows tell say says said saying see let lets want wanna wanted need would could can should must may might do does did has have had got get be is are was were will make write describe explain present send share provide find out know knowing like really exactly actually basically mainly simply roughly maybe anyway again then short shortly brief briefly simple plain few couple some any all whole entire full complete only two three five ten one sentence sentences word words line lines bullet bullets paragraph form version terms english original first main key big important most very much more bit little for from to in on at of with about into by and or if before after start beginning what whats which who whos how hows where wheres when whens why put name names thing things stuff something anything everything everyone else other another different possible able answer answers question questions ask asking us help helpful time minutes come coming reads text back up not dont didnt isnt havent yet without having as many long',
  others: 'he she they them him her his their hers theirs she s',
  reactions:
    'thats funny hilarious mad lol lmao haha hahaha hehe wow whoa omg nice cool great awesome amazing interesting perfect sweet good brilliant wonderful excellent super neat fab fantastic lovely legend sick dope ace solid top sound gotcha understood useful helpful clever smart funny impressive crazy wild weird true exactly indeed really job work one stuff answer bot it that thats this was is so very pretty quite ok okay k yes yeah yep yup no nope fine right alright got makes sense fair enough noted sorted fun love loved like i im you your youre are star best hero genius again now well done much too man mate dude bro yay phew hmm ah oh ha rip damn jeez gosh',
  asking: 'what whats who whos when where why how which can could do does did is are should would',
  rules: [
    wants(
      'help',
      'help assist instructions commands options features menu tutorial',
      'how what whats can could pls please me my i',
    ),
    wants(
      'help',
      'how',
      'ask asking use start begin works work type',
      `${SELF} to else something anything questions`,
    ),
    wants('help', 'what which anything something', 'can could should may', 'ask try type answer do possible'),
    wants(
      'articles',
      '{articles}',
      'which what whats list show other more all any see have how else available',
    ),
    wants('articles', 'else other more', 'read answer', 'what anything something can you'),
    asksFor(
      'author',
      'author authors writer authors journalist reporter byline publisher editor interviewer',
    ),
    asksFor(
      'author',
      'who whos whose',
      'created wrote written write writes published publish penned authored made posted sent',
    ),
    asksFor('author', 'from by', 'who whom', '{article} written this'),
    asksFor(
      'published',
      'when whens date year day month',
      'published written posted released issued updated wrote publication publish',
    ),
    asksFor('published', 'when', 'update updated'),
    asksFor('published', 'date dated', '{article} this'),
    asksFor('published', 'old recent current outdated new date', '{article} published'),
    { ...asksFor('published', 'date'), isAmbiguous: true },
    asksFor('url', 'link url links hyperlink permalink webaddress source website'),
    asksFor(
      'url',
      'where wheres',
      'online web internet published find',
      'online {article} web internet published this',
    ),
    asksFor('language', 'language languages tongue lang'),
    asksFor('title', 'title headline heading'),
    asksFor('title', '{article}', 'called titled named name'),
    asksFor('length', 'long length lengthy many size short', READING, 'how take time is'),
    asksFor('length', 'how', 'long big', '{article}'),
    asksFor('length', 'how', 'many', 'words minutes pages sentences paragraphs'),
    asksFor('length', 'length wordcount'),
    wants(
      'summary',
      'shorten sumup summary summarize summarise summarized summarised summaries sum gist tldr tl overview recap nutshell synopsis rundown outline abstract eli5 takeaway takeaways highlights breakdown essence condensed condense',
    ),
    wants(
      'summary',
      'main key important essential big most',
      'point points thing things idea ideas fact facts message info stuff bits parts',
    ),
    wants('summary', 'short brief quick shorter', 'version in form'),
    wants('summary', 'one two three five few 2 3 4 5', 'sentences points lines words bullets'),
    wants('summary', 'what whats', 'miss missed'),
    wants('summary', 'walk through', '{article}'),
    wants('summary', 'about', 'what whats who whos', '{article} this all it'),
    wants(
      'summary',
      'what whats',
      'say says said saying tell tells cover covers contain contains in on',
      '{article}',
    ),
    wants('summary', 'explain describe present', '{article} sentences words'),
    wants('summary', 'what whats', 'learn happening expect', 'here {article} this'),
    wants('summary', 'know', 'what whats anything', 'need should must have important'),
    {
      ...wants(
        'thanks',
        'thanks obliged tks thanku thank thx thnx thanx tnx ty tyvm tysm cheers ta thankyou appreciate appreciated thankful grateful merci danke gracias',
      ),
      without: 'what who when where why how which',
    },
    {
      ...wants(
        'greeting',
        'gm gday heyo holla mornin evenin hiiya hi hello hey hiya heya yo howdy greetings sup oi morning evening afternoon hallo hola bonjour salut hullo heyy',
      ),
      without: 'what who when where why how which',
    },
    wants(
      'small-talk',
      'who whos what whats',
      'your you u ur',
      'creator maker developer boss owner god father mother mum mom dad parents inventor programmer birthday',
    ),
    wants('small-talk', 'what whats which', 'your ur', 'favourite favorite fav'),
  ],
  toBot:
    'do (?:you|u) (?:even |really |actually |also |ever )?(?:get (?:bored|tired|lonely|angry|sad|hungry)|know (?:me|siri|alexa|chatgpt)|like|love|hate|enjoy|prefer|dream|believe|fear|miss|feel|sleep|dance|sing|cry|drink|eat)|(?:have|did) (?:you|u) ever|how (?:smart|clever|tall|old|big|fast) are (?:you|u)|what do you think of me|(?:whats|what is|hows|how is) the weather|(?:nice|good|great|lovely) (?:to|talking|chatting|meeting)|who is your (?:daddy|boss|mom)|what is \\d+ \\d+$|are you (?:online|awake|busy|a |into |in love|real|human|sentient)|(?:what|which|whats|what is|who is|whos) (?:is )?(?:your|ur) (?:favou?rite|fav)|would you (?:like|rather)|how do you feel|can you (?:dance|sing|swim|cook|drive|sleep|feel|rap)|i think you|you (?:sound|seem|look|must be)',
};
