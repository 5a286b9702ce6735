// Everyday words for the same thing. People ask about kids, bikes and pay; articles write of children, bicycles and
// wages. Word vectors know many of these pairs, but not that they mean the same.
import { tokenize } from '../words/analyzer.js';

/** One group a line. Words in a group are interchangeable in questions, though not in texts. */
const GROUPS: Readonly<Record<string, string>> = {
  en: `kid kids child children toddler youngster minor
    bike bikes bicycle bicycles cycle cycling
    car cars auto vehicle automobile driving
    boss chief head leader chair chairman chairwoman chairperson director manager president
    pay pays paid salary wage wages earnings income
    price prices cost costs fee fees charge charges rate
    ticket tickets admission entry entrance
    beer wine alcohol drinks booze liquor
    food meal meals lunch dinner catering snack snacks eat
    mate friend colleague coworker buddy
    ill sick illness sickness unwell
    doctor dr physician gp
    holiday holidays vacation leave
    toilet toilets restroom bathroom wc lavatory
    phone telephone call mobile cell
    number extension
    mail email letter
    begin begins start starts open opens
    finish finishes end ends close closes shut
    buy buys purchase sell sells sold
    repair repairs fix mend maintenance
    big large size huge
    small little tiny
    old age aged elderly
    quick fast speed rapid
    cheap cheaper inexpensive discount reduced
    expensive dear costly
    job jobs work employment position
    worker workers employee employees staff personnel
    people persons visitors guests passengers residents inhabitants users
    road street lane avenue
    house home building premises
    upstairs upper floor
    downstairs lower basement ground floor
    elevator lift
    wheelchair disabled accessible step-free accessibility ramp ramps
    photo photos picture pictures photography camera
    dog dogs pet pets animal animals
    film films movie movies
    shop store
    autumn fall
    rubbish garbage trash waste
    lorry truck
    flat apartment
    rules rule regulations regulation
    danger dangerous hazard risk
    money cash funding funds grant
    mum mom mother mothers dad father fathers parent parents
    wife husband spouse partner
    teacher teachers tutor instructor
    student students pupil pupils
    police officers
    church chapel
    sea ocean coast
    forest wood woods
    river stream
    rain rainfall storm
    plane aircraft flight flights
    boat boats ship vessel ferry
    train trains rail railway
    bus buses coach coaches
    station stop
    return refund refunded
    give hand
    borrow lend loan rent hire
    forbidden banned prohibited allowed permitted
    wear clothes clothing dress
    help helper helpers volunteer volunteers
    member members membership
    meeting meet gathering
    party celebration festival
    winner won win wins victory
    died dead death killed
    born birth
    founded established opened founding
    built made constructed created
    plan plans planned intend
    reason cause caused
    problem problems trouble difficulty issue
    noise noisy loud
    seat seats place places
    room rooms space
    bed beds
    mileage mile miles
    lose loses lost
    yearly annual annually year
    monthly month
    weekly week
    daily day
    bakery baker
    teach teaches taught teacher give gives lessons course
    colour colours color colors
    temperature degrees warm cold
    warranty guarantee guaranteed
    smell smells stink stinks odour
    leave park lock locked
    must have compulsory required mandatory obligatory
    adult adults grown-up
    pensioner pensioners senior seniors retired
    long last lasts duration take takes
    tall high height
    heavy weight weigh weighs
    wide width
    husband wife married marry marries
    lead leads leader leader charge
    lost property found
    tourist tourists tourism
    damage damaged destroyed destroy broke broken
    animal animals creature creatures
    weakness weaknesses drawback drawbacks disadvantage limits
    advantage advantages benefit benefits
    harvest collect
    assemble install set-up build
    survive alone
    training trained learned learnt studied train
    use uses used carries carry
    pay free`,
  de: `kind kinder jugendliche
    fahrrad fahrräder rad räder
    auto autos wagen pkw
    chef chefin leiter leiterin leitung vorsitzender vorsitzende direktor direktorin geschäftsführer
    lohn gehalt verdienst bezahlung
    preis preise kosten gebühr gebühren kostet zahlen zahlt eintritt beitrag
    student studenten studierende studierenden
    azubi azubis auszubildende auszubildenden lehrling
    schüler schülerin schülerinnen
    lehrer lehrerin lehrkräfte
    geöffnet offen öffnungszeiten auf öffnet
    geschlossen zu schließt
    arzt ärztin doktor
    krank krankheit
    urlaub ferien
    klo toilette toiletten wc
    handy telefon telefonisch anrufen
    essen mahlzeit mittagessen verpflegung
    trinken getränk getränke wasser
    sachen dinge medien gegenstände
    mitnehmen ausleihen leihen
    wlan internet netz
    rollstuhl barrierefrei rollstuhlfahrer
    parken parkplatz parkplätze parkhaus
    haustier hund hunde tiere
    kaputt defekt beschädigt
    zurückgeben rückgabe zurückbringen
    verlieren verliert verlust verloren
    verlängern verlängerung länger
    umsonst kostenlos gratis kostenfrei
    film filme dvd
    mitarbeiter angestellte beschäftigte personal
    haus gebäude
    straße weg gasse
    wahl wahltag abstimmung
    kandidiert kandidieren kandidat kandidatin kandidaten bewerber antreten
    leute menschen personen einwohner bürger
    wählen wahlberechtigt stimme abstimmen
    brief briefwahl post
    bleibt dauert dauer
    amt amtszeit
    leitet leiter leiterin leitung
    heißt name genannt
    mittwochs mittwoch
    garantie gewährleistung
    farbe farben`,
  es: `niño niños niña niñas menores infantil
    bici bicicleta bicicletas
    coche carro auto automóvil vehículo
    jefe jefa director directora presidente presidenta responsable
    sueldo salario paga
    precio precios coste costo cuesta cuestan tarifa entrada
    abierto abre abren horario apertura
    cerrado cierra cierran
    médico doctor doctora
    vacaciones permiso
    baño baños aseo aseos servicio
    móvil teléfono celular llamar
    comida comer almuerzo cena
    gratis gratuito gratuita
    perro perros mascota mascotas animales
    aparcar aparcamiento estacionamiento parking estacionar
    alumno alumna alumnos estudiante estudiantes
    trabajador trabajadores empleado empleados personal
    alquilar alquiler
    socio socios miembro miembros
    casa vivienda edificio
    libro libros
    tren trenes ferrocarril
    autobús bus autobuses
    peli película películas film
    vale cuesta precio cuestan costar
    participaron participar apuntaron apuntarse inscribieron
    días funciones horario sesiones
    cine sesiones funciones sala
    dinero fondos euros presupuesto
    color colores
    garantía garantizado`,
};

const compiled = new Map<string, ReadonlyMap<string, readonly string[]>>();

/** Terms that mean the same as a term in everyday language; empty in languages without a list. */
export function everydayWordsFor(term: string, language: string): readonly string[] {
  let groups = compiled.get(language);
  if (!groups) {
    groups = compile(language);
    compiled.set(language, groups);
  }
  return groups.get(term) ?? [];
}

function compile(language: string): ReadonlyMap<string, readonly string[]> {
  const byTerm = new Map<string, readonly string[]>();
  for (const line of (GROUPS[language] ?? '').split('\n')) {
    const terms = [...new Set(tokenize(line, language).map(({ term }) => term))];
    for (const term of terms) {
      const others = terms.filter((other) => other !== term);
      byTerm.set(term, [...new Set([...(byTerm.get(term) ?? []), ...others])]);
    }
  }
  return byTerm;
}
