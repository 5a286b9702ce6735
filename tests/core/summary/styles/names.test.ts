import { describe, expect, it } from 'vitest';
import { readSentences } from '../../../../src/core/summary/sentences/read-sentences.js';
import { findNamedEntities } from '../../../../src/core/summary/styles/names.js';

async function namesIn(text: string, language: string) {
  const article = {
    ...{ id: 'a', library: 'town', title: '', text, bodyStart: 0, language, digest: text },
  };
  return findNamedEntities(article, await readSentences(article)).map(({ name }) => name);
}

describe('findNamedEntities', () => {
  it.each([
    [
      'en',
      'Gwen Ashe, who has chaired it since 2011, fell in. Ashe was pulled out. The winner was Marcus Bell, a plumber. A cook called Ted Brannig helped. The vet, Ines Okon, came. What I’d do with soap, he asked. When Storm Bella came, it ended. Whether The Old Mill stays is unclear.',
      ['Gwen Ashe', 'Marcus Bell', 'Ted Brannig', 'Ines Okon'],
    ],
    [
      'de',
      'Im Ziel lag Rademann vorn. Trotzdem gewann Jonas Rademann. „Schön war es“, sagte die Vorsitzende Anke Broder. Die Idee stammt von dem Bademeister Rolf Jansen, der selbst schwimmt. Die Tierärztin Leonie Assmer half. Die jüngste Musikerin, Lotte Baumann, ist elf. Der Oboist Henk Volmer (58) geht. Ob der Verein den Rest aufbringt, ist offen. Am Montag Abend entscheidet der Rat. Das Freibad Ellern öffnet.',
      [...['Jonas Rademann', 'Anke Broder', 'Rolf Jansen', 'Leonie Assmer', 'Lotte Baumann'], 'Henk Volmer'],
    ],
    [
      'es',
      'Lo construyó la relojera Amparo Quintas, que tardó dos años. El alcalde, Fermín Losa, cortó la cinta. Una vendedora de setenta años, Remedios Parda, aplaudió. El pintor Saúl Iriar, de 34 años, pintó. Cuando El Reloj dio las doce, llovió.',
      ['Amparo Quintas', 'Fermín Losa', 'Remedios Parda', 'Saúl Iriar'],
    ],
    [
      'fr',
      'La directrice, Hélène Vasse, a parlé. L’apiculteur Gaston Merlin, 71 ans, a ri. Une élève de neuf ans, Inès Carade, a goûté. Le maire Olivier Tessin a promis un jardin. Quand La Ruche sera pleine, on vendra le miel.',
      ['Hélène Vasse', 'Gaston Merlin', 'Inès Carade', 'Olivier Tessin'],
    ],
  ])('finds the people of a text in %s and nothing else', async (language, text, names) => {
    expect((await namesIn(text, language)).toSorted()).toEqual(names.toSorted());
  });

  it('finds the guest of an interview, however often the name stands there', async () => {
    const text =
      'For thirty years, boats have been looking for the lamp of Nora Quist.\n\nDo you sleep?\n\nI do.\n\nDo you eat?\n\nI like fish.\n\nWill you stay?\n\nI will.';

    expect(await namesIn(text, 'en')).toEqual(['Nora Quist']);
  });

  it('finds organizations that a German compound names', async () => {
    expect(await namesIn('Der Förderverein Ellerngrund sammelt Geld. Das ist schön.', 'de')).toEqual([
      'Förderverein Ellerngrund',
    ]);
  });
});
