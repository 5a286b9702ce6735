// Words that only say that something is asked: "are there any", "kann ich", "hay". They are ordinary words in an article,
// so they aren't stop words there.

const WORDS: Readonly<Record<string, string>> = {
  en: `whats whos wheres whens hows whys im ive ill youre theyre dont cant didnt isnt pls plz please thx ok okay u ur r
    get gets got gotta wanna gonna need want know find tell happen happens let lets something anything thing things
    article text someone anyone somebody anybody hi hello hey`,
  de: `gibt gibts geben kann kannst können könnt könnte darf darfst dürfen muss muß musst müssen soll sollen mich mir dich
    dir uns euch mein meine meinen meinem dein deine habe habt hast hab bin bist seid werde dort da hier bitte mal etwas
    was jemand lassen denn eigentlich man artikel thema steht einen einem einer ins ans beim geht geh welches welchem sachen dinge ding möchte
    will wollen weiß genau`,
  es: `hay puedo puedes puede pueden podemos tengo tienes tiene tenemos quiero quieres debo debe ir hacer algo alguien
    favor mi mis tu tus yo dónde qué cuándo cosa cosas saber existe artículo`,
  fr: `faut peut peux puis pouvons dois doit veux avoir faire quelque chose quelquun mon ma mes ton ta tes moi toi existe article`,
};

const sets = new Map(
  Object.entries(WORDS).map(([language, words]) => [language, new Set(words.split(/\s+/u))] as const),
);

/** Whether a word of a question only asks, and needn't be in the answer. */
export function isQuestionWord(surface: string, language: string): boolean {
  return sets.get(language)?.has(surface.toLowerCase().replace(/['’]/gu, '')) ?? false;
}
