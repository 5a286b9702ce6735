/** English words for the same thing, see everyday-words.ts. One group a line. */
export const ENGLISH_GROUPS = `kid kids child children toddler youngster minor
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
    invent invented inventor inventors
    author authors writer writers writes wrote
    travel trip trips journey journeys
    arrive arrives arrival reach reaches
    depart departs departure leaves
    cancel cancelled cancellation
    book booking reserve reserved reservation
    happen happened incident accident
    hurt injured injury injuries
    fire burned burnt blaze
    grow grows growth increase increased rise rose
    shrink decrease decreased drop dropped fell decline
    choose chose chosen select selected elected
    near nearby close closest nearest
    famous known well-known
    name named called
    clean cleaning wash washed
    carry luggage bag bags suitcase
    kitchen cooking cook cooks
    shut closed
    gift gifts present presents donation
    owner owns owned belongs
    neighbour neighbours neighbor neighbors
    argue argued argument dispute
    against oppose opposes opponents critics
    for support supports supporters favour
    training trained learned learnt studied train
    use uses used carries carry
    pay free
    evening evenings night nights
    hut cabin cottage chalet lodge
    motorhome camper campervan caravan
    electricity power
    canoe canoes kayak kayaks boat boats`;
