import { describe, expect, it } from 'vitest';
import { readPolarity } from '../../../../src/core/ask/yes-no/read-polarity.js';
import { createAnalyzer } from '../../../../src/engines/builtin/words/analyzer.js';

const analyzer = createAnalyzer();
const read = (question: string, sentence: string, language: string) =>
  readPolarity(question, sentence, { analyzer, language, sentenceLanguage: language });

type Pair = readonly [question: string, sentence: string];

const YES: Readonly<Record<string, readonly Pair[]>> = {
  en: [
    ['are goats allowed?', 'Goats are allowed.'],
    ['are goats allowed in the barn', 'Goats are welcome in the barn and orchard, never in the dairy.'],
    ['can I bring my goat to the orchard', 'Goats are welcome in the barn and orchard, never in the dairy.'],
    ['can i bring my goat', 'Yes, goats are welcome.'],
    ['Can I use the kiln?', 'You may use the kiln.'],
    ['can i feed the geese', 'You can feed the geese.'],
    ['can i fish here', 'Fishing is allowed.'],
    ['is swimming permitted in the quarry?', '4. Swimming is permitted in the quarry.'],
    ['Do you sell honey?', 'We sell honey.'],
    ['are you open on Fridays?', 'We are open on Fridays.'],
    ['is the mill open on fridays', 'The mill is open on Fridays.'],
    ['Is there a tea room?', 'There is a tea room.'],
    ['Do visitors have to sign the book?', 'Visitors have to sign the book.'],
    ['do I need a ticket', 'Tickets are required.'],
    ['Must divers carry a knife?', 'Divers must carry a knife.'],
    ['Did the parish buy the barn?', 'The parish did buy the barn.'],
    ['Did the tannery close?', 'The tannery closed in March 1987.'],
    ['Will the ferry return?', 'The ferry will return in May 2031.'],
    ['Has the board decided?', 'The board has decided.'],
    ['Is the deadline 4 May?', 'The deadline is 4 May.'],
    ['is the crane older than the quay', 'The crane is older than the quay.'],
    ['Are lamps included?', 'Lamps are included, because nobody likes the dark.'],
    ['Can I bring tea?', 'Tea, coffee and cake are allowed.'],
    ['are goats welcome', 'Goats are always welcome.'],
    ['are goats allowed', 'All goats are allowed.'],
  ],
  de: [
    ['sind ziegen erlaubt?', 'Ziegen sind erlaubt.'],
    ['Darf ich meine Ziege mitbringen?', 'Ziegen sind willkommen.'],
    ['sind ziegen im garten erlaubt', 'Ziegen sind im Stall und Garten erlaubt, nie in der Küche.'],
    ['ist die mühle am freitag geöffnet', 'Die Mühle ist am Freitag geöffnet.'],
    ['Gibt es einen Aufzug?', 'Es gibt einen Aufzug.'],
    ['Müssen Taucher ein Messer tragen?', 'Taucher müssen ein Messer tragen.'],
  ],
  es: [
    ['¿Están permitidas las cabras?', 'Las cabras están permitidas.'],
    ['¿Hay ascensor?', 'Hay ascensor.'],
    ['¿Se puede pescar?', 'Se puede pescar.'],
  ],
  fr: [
    ['Est-ce que les chèvres sont admises ?', 'Les chèvres sont admises.'],
    ['Y a-t-il un ascenseur ?', 'Il y a un ascenseur.'],
  ],
};

const NO: Readonly<Record<string, readonly Pair[]>> = {
  en: [
    ['are goats allowed?', 'Goats are not allowed.'],
    ['can i bring my goat', 'No, goats are not allowed.'],
    ['can I bring a goat?', 'Goats are forbidden, because they eat the curtains.'],
    ['are goats allowed in the dairy', 'Goats are welcome in the barn and orchard, never in the dairy.'],
    ['can i take my kid to the barn', 'Children are welcome in the library, never in the barn.'],
    ['can i use flash?', "Flash and tripods aren't allowed."],
    ['can i use tripods?', "Flash and tripods aren't allowed."],
    ['can i light fires in the wood', '3. No lighting fires in the wood.'],
    ['can i feed the geese', "You can't feed the geese."],
    ['can I feed the geese?', 'You must not feed the geese.'],
    ['can i fish', 'Fishing is prohibited.'],
    ['Is there a tea room?', 'There is no tea room.'],
    ['are there any lockers', "There aren't any lockers."],
    ['Do you sell honey?', "We don't sell honey."],
    ['is the mill open on mondays', 'The mill is closed on Mondays.'],
    ['is the mill still open', 'The mill is no longer open.'],
    ['Do I need a ticket?', "You don't need a ticket."],
    ['Do children have to pay a fee?', 'Children do not have to pay a fee.'],
    ['Do children have to pay a fee?', 'Children pay no fee.'],
    ['did Ruda ever repair a clock', 'Ruda never repaired a clock.'],
    ['Did the parish buy the barn?', 'The parish did not buy the barn.'],
    ['Will the ferry return?', 'The ferry will not return.'],
    ['Has the board decided?', "The board hasn't decided."],
    ['Are lamps included?', "Lamps aren't included."],
    ['can i pay by cheque', 'You cannot pay by cheque.'],
  ],
  de: [
    ['sind ziegen erlaubt?', 'Ziegen sind nicht erlaubt.'],
    ['darf ich meine ziege mitbringen', 'Ziegen sind verboten.'],
    ['sind ziegen in der küche erlaubt', 'Ziegen sind im Stall und Garten erlaubt, nie in der Küche.'],
    ['Gibt es einen Aufzug?', 'Es gibt keinen Aufzug.'],
    ['müssen kinder mahngebühren zahlen?', 'Kinder zahlen keine Mahngebühr.'],
    ['ist die mühle am montag geöffnet', 'Die Mühle ist am Montag geschlossen.'],
    ['Muss ich einen Helm tragen?', 'Ein Helm ist nicht nötig.'],
  ],
  es: [
    ['¿Se permiten cabras?', 'No se permiten cabras.'],
    ['¿Hay ascensor?', 'No hay ascensor.'],
    ['¿Está abierto el molino?', 'El molino está cerrado.'],
  ],
  fr: [
    ['Est-ce que les chèvres sont admises ?', 'Les chèvres ne sont pas admises.'],
    ['Y a-t-il un ascenseur ?', "Il n'y a pas d'ascenseur."],
  ],
};

/** By what makes a verdict wrong or uncertain. */
const UNCERTAIN: Readonly<Record<string, readonly Pair[]>> = {
  'the sentence is narrower': [
    ['can i bring my goat', 'Goats are welcome in the barn and orchard, never in the dairy.'],
    ['are goats allowed?', 'Goats are not allowed in the dairy.'],
    ['are goats allowed?', 'Small goats are allowed.'],
    ['are goats allowed?', 'Goats are allowed on a lead.'],
    ['Is the tower open?', 'The tower is closed on Mondays.'],
    ['is parking free', 'Parking is free for three hours.'],
    ['are white mice allowed', 'Black and white mice tails are allowed.'],
    ['did the ferry sink', 'The ferry did not sink in 1987.'],
    ['Will tickets be free?', 'Tickets will be free on 4 May 2031.'],
  ],
  'the question is narrower': [
    ['are big goats allowed?', 'Goats are allowed.'],
    ['can I bring my goat after dark', 'Goats are allowed.'],
    ['is the mill open on sundays', 'The mill is open.'],
    ['are all goats allowed', 'Goats are allowed.'],
    ['is parking free for 3 hours', 'Parking is free for 2 hours.'],
  ],
  'another place or relation': [
    ['are goats allowed outside the dairy', 'Goats are welcome in the barn, never in the dairy.'],
    ['are goats allowed near the barn', 'Goats are allowed in the barn.'],
    ['are goats allowed off the lead', 'Goats are allowed on the lead.'],
    ['can i come without a ticket', 'You can come with a ticket.'],
  ],
  'another subject or role': [
    ['can members invite guests', 'Guests can invite members.'],
    ['Did Ruda beat Tomo?', 'Ruda was beaten by Tomo.'],
    ['Did the council sell the quay?', 'The council voted to sell the quay.'],
    ['is Ruda taller than Tomo', 'Tomo is taller than Ruda.'],
    ['can i swim', 'I can swim.'],
    ['can i use the lathe', 'We can use the lathe.'],
    ['are you a member', 'You are a member.'],
    ['is it open?', 'It is open.'],
    ['does she sing?', 'She does not sing.'],
    ['are members guests', 'Members have guests.'],
    ['does bus 6 stop here', 'Bus no. 6 stops here.'],
  ],
  'contrast, exception and condition': [
    ['are goats allowed', 'Goats are allowed, but cows are not.'],
    ['are goats allowed', 'No goats are allowed except pygmy goats.'],
    ['can i bring a goat', 'Goats are allowed only on Sundays.'],
    ['can i bring a goat', 'Goats are welcome if they are quiet.'],
    ['are goats allowed', 'Goats are allowed, on a lead.'],
    ['are goats allowed', 'On Sundays, goats are allowed.'],
    ['are goats allowed', 'Unless it rains, goats are allowed.'],
    ['are cats allowed', 'Goats are not allowed, and cats are.'],
    ['are goats allowed', 'Goats are allowed, for a fee.'],
    ['can i pay with cash', 'You can pay with cash or by card.'],
    ['can i park here', 'Parking is not allowed here without a permit.'],
  ],
  'quantity and scope of the negation': [
    ['are goats allowed', 'Not all goats are allowed.'],
    ['are goats welcome', 'Goats are not always welcome.'],
    ['are goats allowed', 'Most goats are allowed.'],
    ['is the mill open', 'The mill is not yet open.'],
    ['are goats allowed', 'Few goats are allowed.'],
    ['is the mill open', 'The mill is hardly ever open.'],
    ['are goats allowed', 'All goats are not allowed.'],
    ['do visitors pay', 'Visitors without a badge pay.'],
  ],
  'double negation': [
    ['are goats allowed', 'Goats are not forbidden.'],
    ['are goats allowed', 'Never were no goats allowed.'],
    ["aren't goats allowed?", 'Goats are not allowed.'],
    ['are goats not allowed?', 'Goats are not allowed.'],
    ['are goats banned?', 'Goats are not banned.'],
    ['can i bring a goat', 'No, goats are welcome.'],
  ],
  'reported, quoted, rhetorical and possible': [
    ['is the mill closed', 'Tomo said the mill is closed.'],
    ['is the mill closed', '“The mill is closed.”'],
    ['is the mill closed', 'The mill is closed, Tomo claims.'],
    ['are goats allowed', 'Are goats allowed?'],
    ['are goats allowed', 'Goats may be allowed.'],
    ['will the mill close', 'The mill might close.'],
    ['will the mill close', 'The mill may close.'],
    ['is the mill closed', 'Ruda thinks the mill is not closed.'],
  ],
  'another time': [
    ['is the mill open', 'The mill was open.'],
    ['are goats allowed', 'Goats will be allowed.'],
    ['does the mill close', 'The mill closed.'],
    ['did the mill close', 'The mill closes.'],
    ['is the mill still open', 'The mill is open.'],
    ['has the board decided', 'The board had decided.'],
  ],
  'need and permission': [
    ['can i wear a hat', 'You need not wear a hat.'],
    ['must i wear a hat', 'You must not wear a hat.'],
    ['do i need a helmet', 'No helmets.'],
    ['can children swim', 'Children swim.'],
    ['do i have to pay', 'You may pay.'],
  ],
  'other questions': [
    ['are goats or cows allowed', 'Goats are allowed.'],
    ['when are goats allowed', 'Goats are allowed.'],
    ['can you tell me when the mill is open', 'The mill is open.'],
    ['goats allowed', 'Goats are allowed.'],
  ],
  'rows of tables': [['are visitors allowed on monday', 'Day: Monday; Visitors: closed; Staff: none']],
};

const UNCERTAIN_GERMAN: readonly Pair[] = [
  ['sind ziegen erlaubt', 'Ziegen sind nicht immer erlaubt.'],
  ['sind ziegen erlaubt', 'Ziegen sind erlaubt, außer am Montag.'],
  ['sind ziegen erlaubt', 'Kleine Ziegen sind erlaubt.'],
  ['ist die mühle geöffnet', 'Die Mühle ist noch nicht geöffnet.'],
  ['beißt der hund den mann', 'Den Hund beißt der Mann.'],
  ['muss ich einen helm tragen', 'Sie darf einen Helm tragen.'],
  ['hat der verein das haus verkauft', 'Der Verein will das Haus nicht verkaufen.'],
];

const flat = (pairs: Readonly<Record<string, readonly Pair[]>>) =>
  Object.entries(pairs).flatMap(([key, list]) =>
    list.map(([question, sentence]) => ({ key, question, sentence })),
  );

describe('yes or no', () => {
  it.each(flat(YES))('“$question” → yes: “$sentence”', ({ key, question, sentence }) => {
    expect(read(question, sentence, key)).toBe('yes');
  });

  it.each(flat(NO))('“$question” → no: “$sentence”', ({ key, question, sentence }) => {
    expect(read(question, sentence, key)).toBe('no');
  });

  it.each(flat(UNCERTAIN))('$key: “$question” gets no verdict from “$sentence”', ({ question, sentence }) => {
    expect(read(question, sentence, 'en')).toBeUndefined();
  });

  it.each(UNCERTAIN_GERMAN)('“%s” gets no verdict from “%s”', (question, sentence) => {
    expect(read(question, sentence, 'de')).toBeUndefined();
  });

  it('says nothing about a sentence in another language', () => {
    const options = { analyzer, language: 'en', sentenceLanguage: 'de' };

    expect(readPolarity('are goats allowed', 'Ziegen sind erlaubt.', options)).toBeUndefined();
  });
});
