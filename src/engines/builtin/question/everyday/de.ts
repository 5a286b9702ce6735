/** German words for the same thing, see everyday-words.ts. One group a line. */
export const GERMAN_GROUPS = `kind kinder jugendliche
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
    lehrer kurs kurse unterricht
    ankommen ankunft kommt
    abfahren abfahrt fährt
    buchen reservieren reservierung anmelden anmeldung
    groß größe höhe hoch
    putzen reinigen reinigung sauber
    arbeiten arbeit beruf job
    verheiratet ehemann ehefrau mann frau
    gebaut errichtet bau erbaut
    gegründet gründung gründer
    verletzt verletzte unfall
    passiert geschah
    geld mittel förderung finanzierung finanziert
    verboten erlaubt untersagt dürfen
    leute menschen personen einwohner bürger
    wählen wahlberechtigt stimme abstimmen
    brief briefwahl post
    bleibt dauert dauer
    amt amtszeit
    leitet leiter leiterin leitung
    heißt name genannt
    mittwochs mittwoch
    garantie gewährleistung
    farbe farben`;
