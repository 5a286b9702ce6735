// Spanish phrases, see phrases.ts. Without accents, because messages are compared without them.
import type { Phrases } from './phrases.js';

export const SPANISH: Phrases = {
  article:
    'articulo|articulos|texto|pagina|nota|noticia|historia|entrevista|documento|informe|boletin|manual|guia|reportaje|post|entrada|escrito|folleto|archivo|publicacion|cronica|ensayo|fuente|receta|discurso|capitulo|pieza|comunicado',
  determiner: 'el|la|los|las|este|esta|estos|estas|ese|esa|del|al|un|una|tu|su',
  this: 'esto|eso|ello|aqui|todo esto|este|esta|lo',
  filler:
    'por favor|porfa|porfavor|bot|footnote|pues|bueno|oye|a ver|vale|ok|okay|hola|gracias|amigo|tio|ahora|entonces|eh|ah|oh|perdon|disculpa|todos|rapido|rapidamente|me|nos|una pregunta|para mi|en espanol|y',
  intents: {
    greeting: [
      '(?:hola|holaa+|holi|buenas|buenos dias|buenas tardes|buenas noches|buen dia|hey|hi|hello|ey|saludos|que tal|que hay|alo|muy buenas|ola|bienvenido)(?: (?:hola|buenas|buenos dias|buenas tardes|buenas noches|a todos|bot|amigo|amigos|que tal|de nuevo|otra vez|ahi|todos|gente|hay alguien(?: ahi)?|como estas|como va|footnote))*',
      '(?:hay )?alguien (?:ahi|aqui)|hay alguien|estas ahi|prueba|probando',
    ],
    thanks: [
      '(?:(?:ok|vale|perfecto|genial|bien|muy bien|super|ah|si|no|excelente|estupendo|bueno|de acuerdo|entendido|listo|claro|que bien|fantastico|eso me ayuda|muy util|guay) )*(?:muchas |mil |muchisimas |tantas |un millon de )?(?:gracias|grax|grac|thx|thanks|merci|muchas gracias|te lo agradezco|se agradece|agradecido|agradecida|graciass+)(?: (?:por (?:todo|la|tu|el|las|eso|ayudarme|ayudar|responder)(?: \\w+){0,3}|bot|amigo|de nuevo|de verdad|a ti|igualmente|footnote|tio|mil|guapo|otra vez|de antemano|adios))*',
      'me (?:ayudaste|has ayudado)(?: mucho)?|eso (?:ayuda|me ayuda|me sirve)(?: mucho)?|muy util|de mucha ayuda',
    ],
    'small-talk': [
      '(?:eres|es usted|sois) (?:un |una |el |la )?(?:humano|humana|persona|robot|bot|maquina|ia|inteligencia artificial|programa|real|de verdad|chat ?gpt|hombre|mujer|tonto|tonta|listo|inteligente|feliz|chatbot)(?: (?:real|de verdad|o (?:un |una )?\\w+|humana))*|(?:quien|que) eres(?: (?:tu|exactamente))?|como te llamas|cual es tu nombre|tu nombre|(?:tienes|tiene) (?:nombre|sentimientos|amigos|familia|emociones|alma|hambre|novia|novio)|que edad tienes|cuantos anos tienes|de donde eres|donde vives',
      '(?:como|que) (?:estas|esta|te va|va|andas|va todo|estas hoy|te encuentras|haces|tal todo|tal estas|te cuentas|pasa|onda)(?: (?:hoy|tu|todo|ahora|amigo))*|todo bien|y tu|quien te (?:hizo|creo|programo|ha creado|ha hecho|construyo|diseno|invento|desarrollo)|(?:cuentame|dime|cuenta|sabes)(?: (?:un|una|algun|otro))? (?:chiste|cuento|historia|poema|algo gracioso|algo divertido|algo)|cantame algo|hazme reir|te gusta \\w+(?: \\w+)?|(?:estoy|me siento|tengo) (?:muy |tan |un poco )?(?:aburrido|aburrida|cansado|cansada|triste|feliz|contento|contenta|solo|sola|bien|mal|hambre|sueno|de vuelta)|te (?:quiero|amo|odio)|me (?:gustas|caes bien)',
      '(?:eres|que) (?:muy |tan |el |la |un |una |mas )*(?:util|inutil|bueno|malo|genial|listo|lista|inteligente|tonto|tonta|increible|simpatico|gracioso|mejor|interesante|guay|bonito|lindo|amable|rapido|interesante|bien|mal|pena|lastima|chulo|curioso|fuerte|crack|divertido)(?: (?:bot|robot))?|buen (?:bot|trabajo|chico)|bien hecho|mal bot|que (?:museo|lugar|sitio|historia|cosa|idea|dia) (?:mas|tan) \\w+',
      '(?:adios|chao|chau|hasta (?:luego|pronto|manana|la vista|la proxima|otra)|nos vemos|bye|que descanses|buenas noches|cuidate|me voy|que tengas (?:un )?buen dia|feliz (?:dia|noche|tarde))(?: (?:bot|amigo|a todos|y gracias|pronto))*|(?:jaja\\w*|jeje\\w*|lol|ok|okay|vale|si|no|claro|bien|muy bien|genial|perfecto|interesante|muy interesante|entiendo|ya veo|ya|vaya|guau|wow|bueno|entendido|de acuerdo|estupendo|excelente|que bien|guay|ostras|anda|de nada|no importa|da igual|lo siento|perdon|no se|quizas|exacto|cierto|increible|mola|como mola|listo|correcto|fantastico|super|cool|ajam?)(?: (?:ok|vale|bien|genial|jaja\\w*|gracias|bot|si|no|entonces|perfecto|muy bien))*|(?:eso|esto|es) (?:es |esta |suena )?(?:muy |tan |bastante )?(?:interesante|genial|bueno|malo|bien|mal|triste|gracioso|raro|increible|guay|cierto|verdad|falso|curioso|una pena)',
    ],
    help: [
      'ayuda(?:me)?|necesito ayuda|(?:me )?(?:puedes|podrias|puede) ayudar(?:me)?|comandos|instrucciones|menu|opciones|funciones|ejemplos?|(?:que|en que|con que) (?:puedes|sabes|podrias|puede|haces|hace|sabe|ofreces)(?: (?:hacer|ayudarme|ayudar|tu|aqui|el bot|este bot|por mi|contestar|responder|decirme|por nosotros))*|(?:que|cuales preguntas|que preguntas|que cosas) (?:puedo|podria|se puede|debo|podemos|tengo que)(?: (?:preguntar|preguntarte|hacer|hacerte|pedirte|escribir|decirte|decir|consultar))*(?: (?:aqui|a ti|ahora))*|como (?:funciona|funcionas|se usa|te uso|te puedo usar|lo uso|uso|puedo usarte|va|se utiliza|puedo usar|puedo preguntar|empiezo|puedes ayudarme|me puedes ayudar)(?: (?:esto|esta cosa|el bot|este bot|aqui|todo esto))*|para que (?:sirves|sirve|eres|estas)(?: (?:esto|el bot|este bot|aqui|tu))*|cual es tu (?:funcion|proposito|trabajo)|que (?:comandos|funciones) (?:hay|tienes|existen)',
      '(?:dame|dime|muestrame|sugiereme|ponme|tienes|hay)(?: (?:un|una|algun|alguna|unos|unas|algunos|algunas|otro|otra))* (?:ejemplo|ejemplos|pregunta|preguntas|sugerencia|sugerencias|idea|ideas|pista|pistas)(?: (?:de (?:una )?preguntas?|para preguntar|que hacer|de que preguntar|que puedo hacer))*|(?:no se|no tengo idea(?: de)?|ni idea(?: de)?) (?:que|como) (?:preguntar|hacer|decir|empezar|preguntarte|usar esto)|que (?:pregunto|hago)|que te pregunto|(?:estoy|ando) (?:perdido|perdida)|soy nuevo(?: aqui)?|por donde empiezo|presentate|sugerencias',
    ],
    articles: [
      '(?:que|cuales|cuantos|cuantas)(?: (?:otros|otras|son los|son las|son|los|demas))* (?:{article}|articulos|textos|documentos|noticias|historias|fuentes|temas|archivos|cosas|notas|guias|publicaciones)(?: (?:tienes|hay|conoces|puedo|estan|tiene|existen|son|puedes|has|sabes|se pueden|teneis))*(?: ?(?:leer|leido|disponibles|aqui|consultar|preguntar|en la biblioteca|cargados|guardados|ahi|preguntarte|sobre|que|puedo|tienes|hay))*|(?:muestra|muestrame|lista|listame|ensena|ensename|dame|dime|enumera|ver|quiero ver|mostrar|nombra)(?: (?:me|todos|todas|los|las|la|una|lista|de|tus|lista de|el))* (?:articulos|textos|documentos|fuentes|temas|biblioteca|titulos|noticias|lista)(?: (?:disponibles|que tienes|que hay|aqui))*|(?:articulos|textos|biblioteca|fuentes|documentos|temas)|lista de (?:articulos|textos)|que (?:mas )?(?:puedo leer|hay para leer|tienes|hay)(?: (?:aqui|mas|por aqui|para leer))*|(?:hay|tienes) (?:mas|otros) (?:articulos|textos|documentos)',
    ],
    summary: [
      '(?:de que|sobre que|acerca de que|en que)(?: (?:se|es lo que))? ?(?:trata|tratan|va|habla|hablan|hablaron|consiste|cuenta|tratara|hablo)(?: ?(?:se|esto|eso|el|la|este|esta|aqui|todo|todo esto|exactamente|en|resumen|ello|{article}))*|que (?:dice|cuenta|explica|contiene|hay en|trata|pasa|ocurre|sucede|paso|es|menciona|describe|dicen|hay)(?: ?(?:aqui|en|el|la|este|esta|esto|eso|de|dentro|general|resumen|que|{article}))+|(?:cual|cuales) (?:es|son)(?: (?:el|la|los|las|lo))* ?(?:tema|idea|resumen|mensaje|punto|puntos|ideas|conclusion|contenido|asunto|mas importante|importante|principal|principales|clave|claves|datos|idea principal|ideas principales)+(?: (?:de|del|principal|principales|clave|esto|este|esta|aqui|mas|importantes|importante|en|general|{article}))*|que es (?:esto|lo (?:mas )?importante)(?: (?:aqui|de esto|del {article}))?|que (?:tengo que|debo|necesito) saber(?: (?:de esto|sobre esto|del {article}|aqui))?',
      '(?:(?:me |nos )?(?:puedes|podrias|puede|podria|quiero|necesito|quisiera|haz|hazme|dame|danos|da|escribe|ponme|tienes|hay) ?)*(?:(?:hacer|hacerme|dar|darme|un|una|el|la|los|las|me|lo|esto|breve|pequeno|corto|rapido|escribir|de|mas|buen|version|tener) ?)*(?:resumen|resumelo|resumeme|resumemelo|resume|resumir|resumirlo|resumirme|resumirmelo|resumido|sintesis|tldr|tl dr|ideas principales|ideas clave|puntos (?:clave|principales|importantes)|lo (?:mas )?(?:importante|esencial|principal)|version corta|vista general|panorama|esencia|sinopsis|conclusiones|datos clave|puntos)(?: (?:esto|eso|el|la|este|esta|del|de|lo|por|favor|breve|corto|rapido|aqui|en|pocas|palabras|dos|tres|frases|frase|una|todo|me|para|mi|general|rapidamente|de todo|importantes?|{article}))*|en (?:resumen|pocas palabras|breve|dos palabras|una frase|sintesis|corto|resumidas cuentas|lineas generales)|no (?:tengo tiempo|quiero|tengo ganas)(?: (?:de|para|que))? leer(?:lo)?(?: (?:todo|esto|entero))*|demasiado largo|(?:explica|explicame|cuentame|dime)(?: (?:de que va|de que trata|lo (?:mas )?importante|esto|el {article}|este {article}|brevemente|en pocas palabras))+',
    ],
    'new-conversation': [
      '(?:otra|nueva|una nueva|siguiente) (?:pregunta|conversacion|cosa)|nuevo tema|otro tema|cambi(?:o|emos|ar) de tema|(?:empezar|empieza|empecemos|comenzar) (?:de nuevo|otra vez|de cero)|olvida(?: (?:eso|lo))?|reiniciar',
    ],
  },
  metadata: {
    author: [
      '(?:quien|quienes|por quien)(?: (?:es|fue|ha|lo|la|esta|son))* ?(?:escribio|escribe|escrito|redacto|publico|hizo|firma|firmo|compuso|realizo|entrevisto|envio|mando|redactado|publicado|hecho|firmado)(?: ?(?:esto|este|esta|el|la|eso|por|{article}))*|(?:quien|quienes|cual)(?: (?:es|fue|son))?(?: (?:el|la|los|su))? ?(?:autor|autora|autores|periodista|escritor|escritora|redactor|redactora|entrevistador|entrevistadora|editor|nombre del autor)(?: (?:de|del|esto|este|esta|aqui|{article}))*|(?:autor|autora|autores|nombre del autor|periodista)(?: (?:de|del|esto|este|esta|{article}))*|de quien es(?: (?:esto|este|esta|el|la|{article}))+|por quien (?:fue|esta) (?:escrito|hecho)(?: .*)?|tiene autor',
    ],
    published: [
      '(?:cuando|en que (?:fecha|ano|dia|mes)|de cuando|que dia|hace cuanto)(?: (?:se|fue|es|salio|ha|lo))* ?(?:publico|escribio|publicado|publicada|escrito|escrita|salio|aparecio|redacto|es|publicaron|escribieron|hizo|sido publicado|actualizo)?(?: ?(?:esto|este|esta|el|la|lo|{article}))+|(?:cual es |que |dime |dame )?(?:la )?fecha(?: de)?(?: (?:publicacion|del|de|tiene|esto|este|esta|el|la|{article}))*|de cuando es(?: (?:esto|este|esta|el|la|{article}))*|cuando (?:se publico|fue publicado|se escribio|fue escrito)|(?:que tan |cuan )(?:reciente|antiguo|viejo|actual|nuevo) es(?: (?:esto|este|esta|el|la|{article}))+|es (?:reciente|actual|antiguo|viejo)(?: (?:esto|este {article}))?|que antiguedad tiene(?: .*)?',
    ],
    title: [
      '(?:(?:cual es|como es|dime|dame|que|cual era) )?(?:(?:el|me|su|tiene) )*(?:titulo|titular|encabezado|nombre del {article})(?: (?:de|del|esto|este|esta|tiene|otra vez|el|la|{article}))*|como se (?:llama|titula)(?: (?:esto|este|esta|el|la|{article}))+|que (?:{article}) es (?:este|esta|esto)|que estoy leyendo',
    ],
    url: [
      '(?:(?:tienes|hay|dame|me das|me pasas|pasame|puedes darme|puedes pasarme|cual es|enviame|manda|mandame|necesito|quiero|existe|donde esta|ponme|me puedes dar|podrias darme) )?(?:(?:el|la|un|una|algun|su|me) )*(?:enlace|link|url|fuente|direccion web|pagina web|sitio web|web|original|liga|vinculo|fuente original|articulo original|texto original)(?: (?:al|a|del|de|para|original|la|el|esto|este|esta|web|por favor|aqui|{article}))*|(?:donde|de donde|en que (?:web|pagina|sitio|periodico))(?: (?:puedo|se|esta|fue|lo|es|sale|salio|puede|viene|has sacado|encuentro|leo))*(?: ?(?:encontrar|leer|leerlo|encontrarlo|ver|publico|publicado|publicada|en linea|online|en internet|original|completo|sacado|encuentra|lo|esto|el|la|este|esta|{article}))+|(?:esta|se encuentra) (?:en linea|online|en internet|en la web)',
    ],
    language: [
      '(?:(?:en que|que|cual es el|cual es su|en cual) )?(?:idioma|lengua|lenguaje)(?: (?:esta|es|tiene|fue|original|del|de|se))*(?: ?(?:escrito|escrita|esto|este|esta|el|la|escribio|original|{article}))*|(?:esta|es) (?:esto|el {article}|este {article})? ?(?:en|escrito en) (?:espanol|ingles|aleman|frances|castellano)',
    ],
    length: [
      '(?:cuantas|cuantos|que numero de|numero de|cantidad de) (?:palabras|minutos|paginas|caracteres|frases|parrafos|lineas)(?: (?:tiene|hay|son|se|toma|necesito|lleva|para|leer|leerlo|de|lectura|dura|tarda|ocupa|contiene|en|esto|este|esta|el|la|tardo|hacen falta|{article}))*|(?:que tan|como de|cuan|cuanto de) (?:largo|larga|extenso|extensa) (?:es|esta)(?: (?:esto|este|esta|el|la|{article}))*|cuanto (?:tiempo )?(?:se )?(?:tarda|tardo|toma|lleva|dura|mide|se necesita|tardare|tarda uno)(?: (?:en|leer|leerlo|leyendo|la|lectura|este|el|esto|de|para|tiempo|se|{article}))+|(?:cual es |dime )?(?:la |su |el )?(?:longitud|extension|tiempo de lectura|numero de palabras)(?: (?:del|de|esto|este|{article}))*|es (?:muy )?(?:largo|larga|corto|corta)(?: (?:este|el|la|esta|{article}))*|recuento de palabras',
    ],
  },
  ambiguous: {
    length: ['cuanto dura|que tan largo es|cuanto mide|como es de largo'],
    published: ['cuando fue|cuando salio|de cuando|que fecha|cuando (?:se )?(?:publico|escribio)'],
    summary: ['que es(?: esto)?|que paso|que pasa|tema|explica(?:me)?(?:lo)?|que dice'],
    help: ['como funciona|y ahora(?: que)?|que hago ahora'],
  },
  functionWords:
    'el la los las un una unos unas y o pero es son era fue de del en a al por para con sin sobre se su sus le que quien quienes cual cuales cuando donde como cuanto cuanta cuantos cuantas este esta esto hay puede puedo puedes tiene tienen no si yo tu ella ellos lo me te mi mas muy ya porque desde hasta cuesta dice hace ser esta estan algo siempre nunca bastante suficiente tambien entonces luego despues exactamente frecuencia veces pasa ahora hoy gusta',
  followUp: {
    more: [
      '(?:(?:cuentame|dime|cuenta|dame|explica|explicame|quiero saber|puedes contarme|puedes decirme)(?: (?:algo|un poco))? mas(?: (?:sobre|de|acerca de) (?:eso|ello|esto))?|mas(?: (?:detalles|informacion|info|datos|sobre eso|cosas))*|sigue|continua|y(?: (?:que mas|despues|luego|entonces|ahora))?|que mas(?: (?:dice|hay|sabes))?|algo mas|despues|luego|y que paso (?:despues|luego)|que (?:paso|pasa|ocurrio|viene) (?:despues|luego)|eso es todo|mas detalles|detalles|amplia|sigue contando)',
    ],
    why: [
      '(?:y |pero )?(?:por ?que|por que no|para que|y eso|por que razon|cual es (?:la razon|el motivo)|por que (?:es|fue) (?:asi|eso)|como es eso|a que se debe|y eso por que|motivo|razon|la razon)',
    ],
    whoSaid: [
      '(?:y )?quien(?:es)? (?:lo |dijo|dice|afirma|afirmo|ha dicho|opina|piensa|declaro)(?: ?(?:dijo|dice|eso|esto|ha dicho|afirmo|declaro|asi))*|de quien (?:es|son) (?:eso|esa|esas|la|las)(?: (?:frase|cita|palabras|opinion))?|quien habla',
    ],
    check: [
      '(?:y )?(?:es|era) (?:eso |esto )?(?:verdad|cierto|correcto|asi|real)(?: (?:eso|esto))?|(?:eso|esto) es (?:verdad|cierto|correcto|asi)|de verdad|(?:verifica|comprueba|confirma)(?: (?:eso|esto|por favor))*|verificalo|compruebalo|(?:puedes|podrias) (?:verificar|comprobar|confirmar)(?:lo)?(?: (?:eso|esto))?',
    ],
    continuation:
      'y|pero|o|tambien|entonces|que hay de|que pasa con|y que (?:hay|pasa) con|solo|siempre|nunca|aun|todavia|desde|hasta|incluso|ademas|menos|excepto|para|e|que tal|en cambio|ni',
    backward:
      'el|ella|ellos|ellas|le|les|lo|la|los|las|su|sus|eso|esto|ese|esa|esos|esas|aquel|ahi|alli|entonces|este|esta|estos|estas|ello|ambos|ambas|otro|otra|tambien|asi|suyo|suya|mismo',
    question: 'que hay de|que pasa con|y|y que pasa con|y que hay de|que tal',
  },
};
