import { describe, expect, it } from 'vitest';
import { splitQuestions } from '../../../../src/core/ask/splitting/split-questions.js';

describe('splitQuestions', () => {
  it.each([
    ['en', 'How much can a shop get and where does the rest come from?', 2],
    ['en', 'how much can a shop get, where do i get the form?', 2],
    ['en', 'when does it open and when does it close?', 2],
    ['en', 'who decides and how long does it take', 2],
    ['en', 'what did the florist say? and why did he give up?', 2],
    ['en', 'tell me how long the works take and who leads on trade', 2],
    ['en', 'who raised the alarm and when?', 2],
    ['en', 'when and where was the fire?', 2],
    ['en', 'How old is the owner, and who does she live with?', 2],
    ['en', 'how did they get out & who is callum inge', 2],
    ['en', 'How much have they raised; what does the insurance cover?', 2],
    ['en', "what's the mayor called? where is the bakery?", 2],
    ['en', 'can i pay by card, and can i book a seat?', 2],
    ['en', 'what does a dog cost, and does it need a ticket? is there a toilet on board?', 3],
    ['en', 'can i bring my own towel or how much is it to hire one?', 2],
    ['en', 'Where is it and is parking free?', 2],
    ['en', 'when does it start and do dogs need a ticket', 2],
    ['en', 'who is she and does she have children?', 2],
    ['en', 'please tell me what it costs and when it opens', 2],
    ['en', 'do you know what it costs and when it opens?', 2],
    ['en', 'opening hours and how much is it?', 2],
    ['en', 'how and why did it start?', 2],
    ['en', 'where is it, when is it, how much is it and who runs it?', 4],
    ['en', 'hi, where is it and how do i get there?', 2],
    ['en', 'whats the fee n how do i pay', 2],
    ['en', 'what is the deposit and do i get it back', 2],
    ['en', 'which bus goes there and from where does it leave?', 2],
    ['en', 'how big is it and since when has it been open', 2],
    ['en', 'what happened, and to whom?', 2],
    ['en', 'What is a hive? And what is a swarm?', 2],
    ['en', 'is it free or do I have to pay?', 2],
    ['en', 'what did she say and did she mean it?', 2],
    ['en', 'how many people came and were there any complaints?', 2],
    ['de', 'Wie hoch ist die Wand und wie viele Routen gibt es?', 2],
    ['de', 'was kostet ein kurs und wer leitet ihn?', 2],
    ['de', 'Wann wurde die Halle eröffnet und wem gehört sie?', 2],
    ['de', 'wo liegt die halle, und gibt es eine sauna?', 2],
    ['de', 'Was will Frau Ebeling bauen und warum?', 2],
    ['de', 'wann und wo ist das Fest?', 2],
    ['de', 'was kostet es, wie lange dauert es?', 2],
    ['de', 'Weißt du, was es kostet und wann es öffnet?', 2],
    ['de', 'Ist es offen und darf man Hunde mitbringen?', 2],
    ['de', 'ab wann ist offen und bis wann?', 2],
    ['es', '¿Quién es la directora y cuándo abrió el museo?', 2],
    ['es', 'dónde está el museo y cuántos visitantes tiene', 2],
    ['es', '¿Pueden entrar los perros? ¿Y por qué busca voluntarios?', 2],
    ['es', 'cuánto cuesta la visita y hay aparcamiento?', 2],
    ['es', '¿Cuándo y dónde es la fiesta?', 2],
    ['es', '¿Qué abrió en mayo y por qué?', 2],
    ['es', '¿Cuánto cuesta, dónde está?', 2],
    ['fr', 'Où se trouve l’atelier et combien coûte l’adhésion ?', 2],
    ['fr', 'qui a créé l’atelier et pourquoi ?', 2],
    ['fr', 'Quand est-il ouvert, et quand aura lieu la bourse ?', 2],
    ['fr', 'combien d’adhérents y a-t-il et qui répare les vélos donnés ?', 2],
    ['fr', 'Quand et où a lieu la bourse ?', 2],
    ['fr', 'C’est combien et c’est où ?', 2],
    ['fr', 'est-ce ouvert le samedi et y a-t-il un parking ?', 2],
  ])('splits a message in “%s”: %s', (language, message, count) => {
    expect(splitQuestions(message, language)).toHaveLength(count);
  });

  it.each([
    ['en', 'what are the pros and cons'],
    ['en', 'what happens between March and May?'],
    ['en', 'what did she see and do?'],
    ['en', 'what can i see and do there?'],
    ['en', 'what is there to see and do in the evening'],
    ['en', 'who lives there and has a dog?'],
    ['en', 'who lives there and is a nurse?'],
    ['en', 'which shop opened in May and is run by a woman?'],
    ['en', 'who is the man who lives there and who sells bread?'],
    ['en', 'where can I eat and drink?'],
    ['en', 'how do bees find and keep a hive?'],
    ['en', 'does it open on Saturday and Sunday?'],
    ['en', 'what is the difference between a hive and a swarm?'],
    ['en', 'What do Roth and Inge say about how and why it burned?'],
    ['en', 'who paid for the roof and the walls?'],
    ['en', 'is it open in summer, when it is hot?'],
    ['en', 'is there a place near the pier, where I can eat?'],
    ['en', 'who painted Anna Roth, who was a nurse?'],
    ['en', 'I lost my card and where do I get a new one?'],
    ['en', 'how much do adults and children pay?'],
    ['en', 'what was built in 1900 and was sold in 1950?'],
    ['en', 'when did it rain and snow?'],
    ['en', 'how long did she work and live there?'],
    ['de', 'Wer wohnt dort und ist Bäcker?'],
    ['de', 'Was sind die Vor- und Nachteile?'],
    ['de', 'Was passiert zwischen März und Mai?'],
    ['de', 'Wie heißt der Ort, wo er wohnt und arbeitet?'],
    ['de', 'wer hat den ofen gebaut und repariert?'],
    ['es', '¿Cuáles son los pros y los contras?'],
    ['es', '¿Qué pasa entre marzo y mayo?'],
    ['es', '¿Quién vive allí y es panadero?'],
    ['fr', 'Quels sont les avantages et les inconvénients ?'],
    ['fr', 'Qui est l’homme qui a créé le club et qui vend les vélos ?'],
    ['fr', 'Que se passe-t-il entre mars et mai ?'],
  ])('leaves one question in “%s” whole: %s', (language, message) => {
    expect(splitQuestions(message, language)).toEqual([message]);
  });

  it('keeps the words of each part', () => {
    expect(splitQuestions('How much can a shop get and where does the rest come from?', 'en')).toEqual([
      'How much can a shop get',
      'where does the rest come from?',
    ]);
  });

  it('gives both question words the rest of the question', () => {
    expect(splitQuestions('when and where is it?', 'en')).toEqual(['when is it?', 'where is it?']);
  });

  it('answers a message with more than five questions as one', () => {
    const message = 'Who? What? When? Where? Why? How?';

    expect(splitQuestions(message, 'en')).toEqual([message]);
  });
});
