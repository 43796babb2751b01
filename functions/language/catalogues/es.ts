import type { Catalogue } from './catalogue.ts';

/** Spanish, as the United Nations writes it. */
export const es: Catalogue = {
  // Why somebody has a category: see domain/eligibility/convention.ts and domain/eligibility/category.ts
  'reason.party-in-force': '{state}: Parte en la Convención desde el {deposited}.',
  'reason.party-before-entry-into-force':
    '{state}: se considera Parte; el instrumento se depositó el {deposited} y la Convención entra en vigor a su respecto el {inForceFrom}.',
  'reason.party-date-unconfirmed':
    '{state}: se considera Parte; el instrumento se depositó entre el {from} y el {to}, en un día que no está confirmado.',
  'reason.not-party-yet':
    '{state}: no es Parte en la Convención al {date}; el instrumento se depositó el {deposited}.',
  'reason.not-party-yet-date-unconfirmed':
    '{state}: no es Parte en la Convención al {date}; el instrumento se depositó entre el {from} y el {to}.',
  'reason.never-party': '{state}: no es Parte en la Convención al {date}.',
  'reason.never-party.as-of':
    '{state}: no es Parte en la Convención al {date}, según la lista de Partes de fecha {asOf}.',
  'reason.associate-member':
    '{state}: es Miembro Asociado de la UNESCO y no es Parte en la Convención.',
  'reason.associate-member.as-of':
    '{state}: es Miembro Asociado de la UNESCO y no es Parte en la Convención, según la lista de Partes de fecha {asOf}.',
  'reason.unknown-state': 'Ningún Estado tiene el código {state}.',
  'reason.organisation-kind.igo': 'Representa a una organización intergubernamental.',
  'reason.organisation-kind.ngo': 'Representa a una organización no gubernamental.',
  'reason.organisation-kind.media': 'Representa a un medio de comunicación.',
  'reason.organisation-kind.host': 'Representa a la entidad anfitriona de la reunión.',
  'reason.organisation-kind.secretariat': 'Pertenece a la Secretaría.',
  'reason.individual':
    'Asiste por invitación y a título personal, no en nombre de un Estado o una organización.',

  // The footing on which somebody attends: one person, and a group of them on a list
  'category.party': 'Parte',
  'category.party.heading': 'Partes',
  'category.observer-state': 'Estado observador',
  'category.observer-state.heading': 'Estados observadores',
  'category.associate-member': 'Miembro Asociado de la UNESCO',
  'category.associate-member.heading': 'Miembros Asociados de la UNESCO',
  'category.igo': 'Organización intergubernamental',
  'category.igo.heading': 'Organizaciones intergubernamentales',
  'category.ngo': 'Organización no gubernamental',
  'category.ngo.heading': 'Organizaciones no gubernamentales',
  'category.guest': 'Persona invitada',
  'category.guest.heading': 'Personas invitadas y especialistas',
  'category.media': 'Medios de comunicación',
  'category.media.heading': 'Medios de comunicación',
  'category.host': 'Entidad anfitriona',
  'category.host.heading': 'Entidades anfitrionas y coorganizadoras',
  'category.secretariat': 'Secretaría',
  'category.secretariat.heading': 'Secretaría',

  // The part somebody plays in a delegation
  'role.head': 'Jefatura de delegación',
  'role.alternate': 'Suplente',
  'role.delegate': 'Delegado/a',
  'role.focal-point': 'Punto focal',
  'role.adviser': 'Asesor/a',
  'role.representative': 'Representante',
  'role.observer': 'Observador/a',
  'role.resource-person': 'Especialista',
  'role.staff': 'Personal',

  // The list of participants that organisers receive: columns and cells of the file
  'list.column.reference': 'Referencia',
  'list.column.category': 'Categoría',
  'list.column.delegation': 'Delegación',
  'list.column.role': 'Función',
  'list.column.title': 'Tratamiento',
  'list.column.given-name': 'Nombre',
  'list.column.family-name': 'Apellidos',
  'list.column.position': 'Cargo',
  'list.column.institution': 'Institución',
  'list.column.email': 'Correo electrónico',
  'list.column.delivery': 'Entrega de correos',
  'list.column.phone': 'Teléfono',
  'list.column.language': 'Idioma',
  'list.column.visa-letter': 'Carta para el visado',
  'list.column.list-consent': 'Inclusión en listas',
  'list.column.registered-at': 'Fecha de inscripción',
  'list.name-not-published': 'nombre no publicado',
  'list.delivery.delivered': 'entregado',
  'list.delivery.returned': 'devuelto; ya no se escribe a esta dirección',
  'list.delivery.refused': 'no aceptado por el buzón',
  'list.delivery.complained': 'señalado como no deseado; ya no se escribe a esta dirección',
  'list.delivery.rejected': 'no enviado',
  'list.yes': 'sí',
  'list.no': 'no',
  'list.consent.public': 'en la lista publicada',
  'list.consent.participants': 'solo entre participantes',
  'list.consent.none': 'en ninguna',

  // Every page
  'page.skip': 'Ir al contenido principal',
  'page.tagline': 'Inscripción en reuniones intergubernamentales',
  'page.languages': 'Idiomas',
  'page.footer': 'Inscripción mediante Plenary. Sin cuenta, sin rastreo y sin cookies.',
  'page.error-prefix': 'Error:',
  'page.all-meetings': 'Todas las reuniones con inscripción abierta',

  // The front page and the page of a meeting
  'home.title': 'Reuniones con inscripción abierta',
  'home.none': 'En este momento no hay ninguna reunión con inscripción abierta.',
  'meeting.when': 'Fechas',
  'meeting.sittings': 'Sesiones',
  'meeting.where': 'Lugar',
  'meeting.registration': 'Inscripción',
  'meeting.registration.open': 'Abierta hasta el {closesOn}',
  'meeting.registration.not-yet': 'Se abre el {opensOn}',
  'meeting.registration.closed': 'Cerrada desde el {closesOn}',
  'meeting.cancelled': 'Esta reunión se ha cancelado',
  'meeting.cancelled.lead': 'El equipo organizador la ha cancelado. Motivo indicado: {reason}',
  'meeting.convention': 'Convención',
  'meeting.admits': 'Quién puede inscribirse',
  'meeting.admits.validated':
    '{category} (una vez que el punto focal o el equipo organizador hayan validado la inscripción)',
  'meeting.admits.invited': '{category} (con el código de una invitación)',
  'meeting.contact': 'Consultas',
  'meeting.register': 'Inscribirse',

  // The form
  'form.title': 'Inscripción',
  'form.errors': 'Es necesario revisar algunas respuestas',
  'form.optional': '(facultativo)',
  'form.choose': 'Elija una opción',
  'form.continue': 'Continuar',
  'form.submit': 'Inscribirse',
  'form.closed':
    'No se ha registrado nada. Lo que ha escrito sigue aquí: si aún necesita participar, cópielo en un mensaje a {contact}.',
  'form.validated':
    'Su inscripción quedará confirmada cuando la validen el punto focal de su delegación o el equipo organizador.',
  'form.delegation-as': '{name}: {category}',
  'form.change': 'Cambiar',
  'form.no-account': 'No necesita ninguna cuenta. Le llevará unos tres minutos.',
  'form.represented': '¿A quién representa?',
  'form.represented.state': 'A un Estado o a la Unión Europea',
  'form.represented.organisation': 'A una organización',
  'form.represented.individual': 'A título personal, como persona invitada o especialista',
  'form.attending-as': 'Se inscribe en la categoría',
  'form.about-you': 'Sobre usted',
  'form.contact': 'Cómo comunicarnos con usted',
  'form.needs': 'Sus necesidades',
  'form.code-hint':
    'Figura en la carta o el mensaje de invitación y tiene el formato 7F3K-2Q9X-M4TZ.',
  'form.privacy': 'Sus datos',
  'form.privacy.version': 'Aviso de privacidad, versión {version}',
  'form.name-hint':
    'Como deba figurar en la lista de participantes, en cualquier sistema de escritura. No lo escriba todo en mayúsculas.',
  'form.email-hint':
    'A esta dirección se enviará la confirmación, con un enlace privado a esta inscripción.',
  'form.phone-hint': 'Con el prefijo del país, por ejemplo, +66 2 391 0577.',
  'form.title-hint': 'Por ejemplo, Sra., Sr., Dra., Dr. o Excma. Sra.',
  'form.position-hint': 'Por ejemplo, Directora de Políticas Culturales.',
  'form.institution-hint': 'Su ministerio, institución u oficina.',
  'form.needs-hint':
    'Solo lo ven las personas que preparan la reunión. Nunca se incluye en una lista enviada por correo electrónico.',
  'form.visa': 'Necesito una carta para solicitar el visado',
  'form.consent': '¿En qué lista pueden figurar su nombre, su cargo y su institución?',
  'form.consent.public': 'En la lista de participantes que se publica',
  'form.consent.participants': 'Solo en la lista que se entrega a los participantes',
  'form.consent.none': 'En ninguna: solo los ve el equipo organizador',
  'form.accept-privacy':
    'He leído el aviso de privacidad y acepto que mis datos se utilicen conforme a lo que en él se indica',
  'form.bot-check.busy': 'Un momento, por favor: su inscripción se enviará en unos segundos.',
  'form.only-if': 'Solo si su respuesta a “{question}” es “{answer}”.',
  'form.questions': 'Para esta reunión',
  'form.sensitive':
    'Solo lo leen las personas encargadas de atenderlo. No figura en ninguna lista y se suprime poco después de la reunión.',

  // Ready-made questions: a heading for each set, the questions, what helps to answer them, the options
  'question-set.arrival': 'Su llegada',
  'question-set.departure': 'Su partida',
  'question-set.hotel': 'Su hotel',
  'question-set.dietary': 'Su alimentación',
  'question-set.accessibility': 'Accesibilidad para su participación',
  'question-set.visa-letter': 'Su visado',
  'question-set.passport': 'Su pasaporte',
  'question.arrivalBy': '¿Cómo viajará a la reunión?',
  'question.arrivalBy.air': 'En avión',
  'question.arrivalBy.rail': 'En tren',
  'question.arrivalBy.road': 'Por carretera',
  'question.arrivalBy.local': 'Resido en el lugar',
  'question.arrivalDate': 'Día de llegada',
  'question.arrivalTime': 'Hora de llegada',
  'question.arrivalTime.help': 'Hora local, por ejemplo, 14:30.',
  'question.arrivalFlight': 'Vuelo de llegada',
  'question.arrivalFlight.help': 'Compañía aérea y número, por ejemplo, TG 584.',
  'question.departureBy': '¿Cómo partirá después de la reunión?',
  'question.departureBy.air': 'En avión',
  'question.departureBy.rail': 'En tren',
  'question.departureBy.road': 'Por carretera',
  'question.departureBy.local': 'Resido en el lugar',
  'question.departureDate': 'Día de partida',
  'question.departureTime': 'Hora de partida',
  'question.departureTime.help': 'Hora local, por ejemplo, 14:30.',
  'question.departureFlight': 'Vuelo de partida',
  'question.departureFlight.help': 'Compañía aérea y número, por ejemplo, TG 584.',
  'question.hotelNeeded': '¿Desea que le reservemos una habitación?',
  'question.hotelCheckIn': 'Primera noche',
  'question.hotelCheckOut': 'Día de salida del hotel',
  'question.hotelRoom': 'Tipo de habitación',
  'question.hotelRoom.single': 'Para una persona',
  'question.hotelRoom.double': 'Para dos personas, una cama',
  'question.hotelRoom.twin': 'Para dos personas, dos camas',
  'question.hotelNote': 'Información que deba conocer el hotel',
  'question.diet': '¿Qué debe tenerse en cuenta en su alimentación?',
  'question.diet.vegetarian': 'Dieta vegetariana',
  'question.diet.vegan': 'Dieta vegana',
  'question.diet.halal': 'Halal',
  'question.diet.kosher': 'Kosher',
  'question.diet.no-gluten': 'Sin gluten',
  'question.diet.no-lactose': 'Sin lactosa',
  'question.diet.other': 'Una alergia u otra necesidad',
  'question.dietDetails': '¿Qué debe saber el personal de cocina?',
  'question.access': '¿Qué necesita para participar?',
  'question.access.step-free': 'Un acceso sin escalones',
  'question.access.wheelchair-space': 'Espacio para una silla de ruedas',
  'question.access.hearing-loop': 'Un bucle de inducción auditiva',
  'question.access.sign-language': 'Interpretación en lengua de señas',
  'question.access.large-print': 'Documentos en letra grande',
  'question.access.assistant': 'Un asiento para una persona de apoyo',
  'question.access.other': 'Otra necesidad',
  'question.accessDetails': '¿Qué necesita?',
  'question.visaNeeded': '¿Necesita una carta para solicitar el visado?',
  'question.visaNationality': 'Nacionalidad que figura en su pasaporte',
  'question.visaConsulate': 'Embajada o consulado donde lo solicita',
  'question.visaConsulate.help': 'País y ciudad, por ejemplo, Tailandia, Phnom Penh.',
  'question.passportName': 'Nombre que figura en su pasaporte',
  'question.passportName.help': 'Letra por letra, como en las dos líneas al pie de la página.',
  'question.passportNumber': 'Número de su pasaporte',
  'question.passportCountry': 'País que lo expidió',
  'question.passportExpiresOn': 'Fecha de vencimiento del pasaporte',
  'question.birthDate': 'Fecha de nacimiento',
  'answer.yes': 'Sí',
  'answer.no': 'No',

  // Names of fields
  'field.representation': 'A quién representa',
  'field.state': 'Estado',
  'field.organisation': 'Nombre de la organización',
  'field.organisationKind': 'Tipo de organización',
  'field.delegationRole': 'Su función en la delegación',
  'field.title': 'Tratamiento',
  'field.givenName': 'Nombre',
  'field.familyName': 'Apellidos',
  'field.position': 'Cargo',
  'field.institution': 'Institución',
  'field.email': 'Correo electrónico',
  'field.phone': 'Teléfono',
  'field.language': 'Idioma de los mensajes que reciba',
  'field.dietary': 'Necesidades alimentarias',
  'field.accessibility': 'Necesidades de accesibilidad',
  'field.visaLetter': 'Carta para el visado',
  'field.code': 'Código de su invitación',
  'field.listConsent': 'Inclusión en listas',
  'field.privacyNotice': 'Aviso de privacidad',
  'field.reference': 'Referencia',
  'field.reason': 'Motivo',
  'field.order': 'Orden entre quienes tienen la misma función',
  'field.noteReference': 'Referencia de la nota',
  'field.noteDate': 'Fecha de la nota',
  'field.noteFile': 'Archivo PDF',
  'organisation-kind.igo': 'Organización intergubernamental',
  'organisation-kind.ngo': 'Organización no gubernamental',
  'organisation-kind.media': 'Medio de comunicación',
  'organisation-kind.host': 'Entidad anfitriona o coorganizadora de la reunión',
  'organisation-kind.secretariat': 'Secretaría de la Convención',
  'language.ar': 'العربية',
  'language.zh': '中文',
  'language.en': 'English',
  'language.fr': 'Français',
  'language.ru': 'Русский',
  'language.es': 'Español',

  // What can be wrong with a field: in general, and for one field
  'error.required': '{label}: este dato es necesario',
  'error.required.givenName': 'Indique el nombre',
  'error.required.familyName': 'Indique los apellidos',
  'error.required.email': 'Indique la dirección de correo electrónico',
  'error.required.organisation': 'Indique el nombre de la organización',
  'error.type': '{label}: el tipo de dato no es correcto',
  'error.too-long':
    '{label}: use como máximo {max, plural, one {# carácter} many {# de caracteres} other {# caracteres}}',
  'error.characters':
    '{label}: elimine los saltos de línea y los caracteres invisibles o de control; por ejemplo, vuelva a escribir el texto',
  'error.not-a-name':
    '{label}: escriba con letras, sin símbolos como < > = @, emojis ni direcciones web',
  'error.link':
    '{label}: no incluya direcciones web ni de correo electrónico y deje un espacio después de cada punto',
  'error.email': 'Indique una dirección de correo electrónico, por ejemplo, name@ministry.example',
  'error.phone': 'Indique un número de teléfono, por ejemplo, +66 2 391 0577, solo con cifras',
  'error.choose': '{label}: elija una de las respuestas',
  'error.choose.representation': 'Indique a quién representa',
  'error.choose.state': 'Elija el Estado o la Unión Europea',
  'error.choose.organisationKind': 'Elija el tipo de organización',
  'error.choose.delegationRole': 'Elija la función en la delegación',
  'error.choose.language': 'Elija el idioma de los mensajes',
  'error.choose.listConsent': 'Indique en qué lista puede figurar',
  'error.required.reason':
    'Indique el motivo: se comunica a la persona cuya inscripción se rechaza',
  'error.required.noteReference': 'Indique la referencia de la nota',
  'error.required.noteDate': 'Indique la fecha de la nota',
  'error.missing.noteFile': 'El archivo no ha llegado: selecciónelo de nuevo',
  'error.not-a-pdf.noteFile': 'Este archivo no es un PDF: seleccione otro',
  'error.order': '{label}: use un número del 1 al 999 o deje el campo vacío',
  'error.day': '{label}: indique un día, por ejemplo, 2026-03-14',
  'error.reference': '{label}: lo indicado no es una referencia',
  'error.question': '“{label}”',
  'error.date': '{label}: indique un día del calendario, por ejemplo, 2026-03-04',
  'error.too-early': '{label}: indique el {max} o un día posterior',
  'error.too-late': '{label}: indique el {max} o un día anterior',
  'error.number':
    '{label}: indique un número en cifras, con un punto antes de los decimales, por ejemplo, 3 o 2.5',
  'error.too-small': '{label}: indique {max} o una cifra mayor',
  'error.too-large': '{label}: indique {max} o una cifra menor',
  'error.yes-or-no': '{label}: responda sí o no',
  'error.accept': 'Lea el aviso de privacidad y acéptelo',
  'error.unknown-field': '“{label}” no es un campo de este formulario: omítalo',
  'error.not-admitted': 'Esta reunión no admite participantes en la representación indicada',
  'error.code-needed':
    'Indique el código de su invitación: esta reunión está abierta a quienes tienen uno',
  'error.code-unknown': 'Este código no corresponde a esta reunión: cópielo de su invitación',
  'error.code-revoked': 'Este código ha sido retirado: solicite otro al equipo organizador',
  'error.code-expired': 'Este código ya no es válido: solicite otro al equipo organizador',
  'error.code-used-up':
    'Este código ya ha sido utilizado por todas las personas a las que estaba destinado',
  'error.code-other-category': 'Este código es para personas que participan en otra calidad',
  'error.code-other-delegation': 'Este código es para otra delegación',
  'error.idempotency-key':
    'La clave Idempotency-Key debe tener entre 1 y 200 caracteres ASCII imprimibles',

  // Problems, as pages and as problem details
  'problem.unreadable.title': 'No se puede leer la solicitud',
  'problem.unreadable.detail':
    'Su cuerpo no corresponde a lo que indica el encabezado Content-Type o no contiene campos: el JSON debe ser un objeto. Compruébelo y vuelva a enviarla.',
  'problem.not-found.title': 'No se ha encontrado lo solicitado',
  'problem.not-found.detail':
    'No hay nada en esta dirección. Si siguió un enlace de un correo electrónico, compruebe que está completo.',
  'problem.method-not-allowed.title': 'No es posible de este modo',
  'problem.method-not-allowed.detail': 'Esta dirección no admite ese método.',
  'problem.already-registered.title': 'Esta dirección ya está inscrita',
  'problem.already-registered.detail':
    'No se ha cambiado nada. Busque nuestro mensaje en el buzón de esa dirección, también entre el correo no deseado: contiene el enlace privado a la inscripción. Si el último tiene más de una hora, acabamos de enviarlo de nuevo.',
  'problem.person-registered.title': 'Esta dirección ya está inscrita',
  'problem.person-registered.detail':
    'No se ha cambiado nada. Ya hay una persona inscrita en esta reunión con esta dirección. Si pertenece a su delegación, la encontrará en la página de la delegación; en caso contrario, use otra dirección o escriba a {contact}.',
  'problem.seats-full.title': 'No quedan plazas',
  'problem.seats-full.detail':
    'No se ha registrado nada. Cuando alguien anula su inscripción queda libre una plaza: inténtelo de nuevo más adelante o escriba a {contact}.',
  'problem.already-withdrawn.title': 'Esta inscripción ya está anulada',
  'problem.already-withdrawn.detail': 'No se ha cambiado nada.',
  'problem.not-possible.title': 'Esto ya no es posible',
  'problem.not-possible.detail':
    'No se ha cambiado nada. La situación de la inscripción ha cambiado entretanto: consulte su página para conocerla.',
  'problem.head-seated.title': 'Esta persona aún no tiene plaza',
  'problem.head-seated.detail':
    'No se ha modificado nada. Ejerce la jefatura de la delegación una persona que tiene plaza; otra solo podrá asumirla cuando también la tenga.',
  'problem.changed-meanwhile.title': 'Su inscripción se ha modificado entretanto',
  'problem.changed-meanwhile.detail':
    'No se ha registrado nada. La inscripción ya no contiene lo mismo que cuando usted empezó: se ha modificado en otra ventana, o un punto focal o el equipo organizador han cambiado su situación. Consulte su página privada, revise las respuestas que figuran a continuación y guárdelas de nuevo si siguen siendo las que desea.',
  'problem.offer-expired.title': 'La oferta ha vencido',
  'problem.offer-expired.detail':
    'La plaza se le reservó hasta la hora indicada en nuestro mensaje y ahora se ofrece a la siguiente persona de la lista de espera. Puede volver a inscribirse mientras la inscripción esté abierta.',
  'problem.registration-erased.title': 'Los datos de esta inscripción se han suprimido',
  'problem.registration-erased.detail':
    'No se ha registrado nada. Esta solicitud ya se había enviado, y los datos de la inscripción resultante se han suprimido desde entonces. Para inscribirse de nuevo, envíela con otro valor de Idempotency-Key.',
  'problem.registration-not-open.title': 'La inscripción aún no está abierta',
  'problem.registration-not-open.detail':
    'La inscripción en esta reunión se abre el {opensOn} y se cierra el {closesOn}.',
  'problem.registration-closed.title': 'La inscripción está cerrada',
  'problem.registration-closed.detail':
    'La inscripción en esta reunión estuvo abierta del {opensOn} al {closesOn}. Si aún necesita participar, escriba a {contact}.',
  'problem.meeting-over.title': 'La reunión ha terminado',
  'problem.meeting-over.detail':
    'Una inscripción no puede modificarse después del último día de la reunión.',
  'problem.meeting-cancelled.title': 'Esta reunión se ha cancelado',
  'problem.meeting-cancelled.detail':
    'No se ha modificado nada. El equipo organizador ha cancelado la reunión: ya no es posible inscribirse, y una inscripción solo puede anularse.',
  'problem.too-large.title': 'La solicitud es demasiado grande',
  'problem.too-large.detail': 'El tamaño máximo de una inscripción, en bytes, es de {max, number}.',
  'problem.unsupported-type.title': 'No se reconoce este tipo de contenido',
  'problem.unsupported-type.detail':
    'Envíe application/json, application/x-www-form-urlencoded o multipart/form-data.',
  'problem.invalid.title': 'Es necesario revisar algunas respuestas',
  'problem.invalid.detail':
    '{count, plural, one {Una respuesta falta o no puede utilizarse} many {# de respuestas faltan o no pueden utilizarse} other {# respuestas faltan o no pueden utilizarse}}. No se ha registrado nada.',
  'problem.category-not-admitted.title': 'Esta reunión no admite esta categoría',
  'problem.category-not-admitted.detail':
    '{reason} Participaría en la categoría: {category}. Esta reunión no admite esa categoría. Si considera que debería admitirla, escriba a {contact}.',
  'problem.idempotency-key-reused.title':
    'La clave Idempotency-Key ya se utilizó para otra solicitud',
  'problem.idempotency-key-reused.detail':
    'Use una clave nueva para una nueva inscripción. No se ha registrado nada.',
  'problem.address-suppressed.title': 'Ya no escribimos a esta dirección',
  'problem.address-suppressed.detail':
    'No se envió nada: un mensaje a esta dirección fue devuelto o señalado como correo no deseado. Corrija la dirección o escriba a {contact}.',
  'problem.too-soon.title': 'Se envió un mensaje hace menos de una hora',
  'problem.too-soon.detail':
    'Puede tardar unos minutos en llegar; búsquelo también entre el correo no deseado. Podrá solicitarlo de nuevo dentro de {minutes, plural, one {# minuto} many {# de minutos} other {# minutos}}.',
  'problem.registered-too-often.title':
    'Con esta dirección se han efectuado y anulado hoy demasiadas inscripciones',
  'problem.registered-too-often.detail':
    'No se ha registrado nada. Podrá volver a inscribirse con ella dentro de {hours, plural, one {# hora} many {# de horas} other {# horas}}. Si necesita hacerlo antes, escriba a {contact}.',
  'problem.too-many-requests.title': 'Demasiadas solicitudes',
  'problem.too-many-requests.detail':
    'Se han recibido de su red, o para esta dirección de correo electrónico, más solicitudes de lo habitual. No se ha realizado ninguna acción. Inténtelo de nuevo dentro de {minutes, plural, one {# minuto} many {# de minutos} other {# minutos}}.',
  'problem.bot-check-required.title': 'Un paso más',
  'problem.bot-check-required.detail':
    'En esta reunión se comprueba que las inscripciones no sean enviadas masivamente por máquinas. Aún no se ha registrado nada y lo que ha escrito se conserva. Cuando {seconds, plural, one {haya transcurrido # segundo} many {hayan transcurrido # de segundos} other {hayan transcurrido # segundos}} o más, envíe de nuevo su inscripción; no tiene que hacer nada más.',
  'problem.internal.title': 'Se ha producido un error en nuestro sistema',
  'problem.internal.detail':
    'No se ha registrado nada. Inténtelo de nuevo; si vuelve a ocurrir, escriba al equipo organizador.',
  'problem.busy.title': 'En este momento se están inscribiendo demasiadas personas',
  'problem.busy.detail': 'No se ha registrado nada. Inténtelo de nuevo dentro de unos segundos.',

  // The private page of a registration
  'registration.confirmed': 'Su inscripción está confirmada',
  'registration.pending': 'Hemos recibido su inscripción',
  'registration.waitlisted': 'Usted figura en la lista de espera',
  'registration.offered': 'Se le ofrece una plaza',
  'registration.declined': 'Su inscripción no ha sido aceptada',
  'registration.withdrawn': 'Su inscripción está anulada',
  'registration.confirmed.lead':
    'Hemos escrito a {email}. No comparta el enlace a esta página: quien lo tenga puede modificar y anular la inscripción.',
  'registration.pending.lead':
    'Aún no está confirmada: antes deben validarla el punto focal de su delegación o el equipo organizador. Escribiremos a {email} en cuanto lo hayan hecho.',
  'registration.waitlisted.lead':
    'Todas las plazas están ocupadas. La próxima que quede libre se ofrecerá a la persona que lleve más tiempo en espera: cuando sea usted, escribiremos a {email}. No viaje antes de que su inscripción esté confirmada.',
  'registration.offered.lead':
    'Se le reserva hasta el {until}. Acéptela antes de ese momento; de lo contrario, pasará a la siguiente persona de la lista de espera.',
  'registration.offer-over.lead':
    'Se le reservó hasta el {until} y pasa a la siguiente persona de la lista de espera.',
  'registration.declined.lead': 'Si considera que se trata de un error, escriba a {contact}.',
  'registration.declined.because':
    'Motivo indicado: {reason} Si considera que se trata de un error, escriba a {contact}.',
  'registration.offer-expired.lead':
    'La plaza que se le ofreció no se aceptó a tiempo y queda a disposición de la siguiente persona de la lista de espera. Mientras la inscripción esté abierta, puede volver a inscribirse.',
  'registration.replaced.lead':
    'El punto focal de su delegación ha designado en su lugar a otra persona, que ocupa su plaza. Si considera que se trata de un error, escriba a {contact}.',
  'registration.withdrawn.lead':
    'Mientras la inscripción esté abierta, puede volver a inscribirse.',
  'registration.category': 'Categoría',
  'registration.delegation': 'Delegación',
  'registration.name': 'Nombre y apellidos',
  'registration.registered-at': 'Fecha de inscripción',
  'registration.calendar': 'Añadir a mi calendario',
  'registration.resend': 'Enviarme de nuevo el mensaje',
  'registration.resent': 'Hemos enviado de nuevo el mensaje a {email}.',
  'registration.accept': 'Aceptar la plaza',
  'registration.refuse': 'No necesito la plaza',
  'registration.withdraw': 'Anular mi inscripción',
  'registration.withdraw.title': '¿Anular esta inscripción?',
  'registration.withdraw.lead':
    'Su plaza se asignará a otra persona y no se le podrá reservar. Recibirá un mensaje que confirmará la anulación.',
  'registration.withdraw.lead.no-seat':
    'Su inscripción quedará sin efecto. Recibirá un mensaje que confirmará la anulación.',
  'registration.withdraw.keep': 'Mantener mi inscripción',
  'registration.yes': 'Sí',
  'registration.still.confirmed': 'Su inscripción sigue confirmada.',
  'registration.still.pending': 'Su inscripción sigue pendiente de validación.',
  'registration.still.waitlisted': 'Usted sigue figurando en la lista de espera.',
  'registration.still.offered':
    'La plaza que se le ofrece sigue reservada para usted hasta el {until}.',
  'registration.saved': 'Sus cambios se han guardado.',
  'registration.edit': 'Modificar mi inscripción',
  'registration.undelivered': 'Nuestros mensajes no le llegan',
  'registration.undelivered.returned':
    'El {day} se nos devolvió un mensaje enviado a {email}, por lo que ya no escribimos a esta dirección. Compruébela y corríjala; si es correcta, escriba a {contact}.',
  'registration.undelivered.refused':
    'El {day} el buzón de {email} no aceptó nuestro mensaje: puede que esté lleno o temporalmente fuera de servicio. Libere espacio en él y solicite de nuevo el mensaje, o indique otra dirección.',
  'registration.undelivered.complained':
    'El {day} se señaló como correo no deseado un mensaje que habíamos enviado a {email}, por lo que ya no escribimos a esta dirección. Indique otra; si se trata de un error, escriba a {contact}.',
  'registration.undelivered.rejected':
    'Nuestro mensaje del {day} a {email} no pudo enviarse. Solicítelo de nuevo.',
  'registration.undelivered.action': 'Corregir la dirección',
  'registration.undelivered.closed':
    'La dirección ya no puede modificarse en esta página: escriba a {contact}.',
  'registration.complete': 'Complete sus datos',
  'registration.complete.lead':
    'Otra persona efectuó la inscripción en su nombre. Faltan algunos de sus datos y todavía no se le ha informado de cómo se utilizan. Le llevará unos tres minutos.',
  'registration.complete.action': 'Completar mis datos',
  'registration.preferences': 'Guardar',
  'registration.data': 'Descargar mis datos',
  'registration.erase': 'Suprimir mis datos',

  // Reminders, and the page that ends them
  'registration.practical': 'Información práctica',
  'reminders.title': 'Recordatorios',
  'reminders.on': 'Le recordamos la reunión por correo electrónico antes de que comience.',
  'reminders.off':
    'No recibe recordatorios. Los mensajes sobre la propia inscripción le siguen llegando.',
  'reminders.stop': 'No recibir más recordatorios',
  'reminders.resume': 'Volver a recibir recordatorios',
  'delegation.reminders.on':
    'Le enviamos un recordatorio por correo electrónico antes de que se cierre la inscripción, mientras no haya nadie inscrito en la delegación.',
  'delegation.reminders.off':
    'No recibe recordatorios. Los mensajes que requieren su respuesta le siguen llegando.',
  'unsubscribe.title': '¿No recibir más recordatorios?',
  'unsubscribe.lead':
    'No recibirá más recordatorios sobre esta reunión. Los mensajes sobre la propia inscripción, como las confirmaciones y los ofrecimientos de plaza, le seguirán llegando.',
  'unsubscribe.do': 'No recibir más recordatorios',
  'unsubscribed.title': 'Ya no recibirá recordatorios',
  'unsubscribed.lead':
    'No recibirá más recordatorios sobre esta reunión. Si cambia de opinión, puede volver a activarlos en la página personal a la que conducen nuestros demás mensajes.',

  // Changing a registration
  'edit.title': 'Modificar su inscripción',
  'edit.save': 'Guardar',
  'edit.cancel': 'No cambiar nada',
  'edit.taking-part-as': 'Participa en la categoría',
  'edit.would-take-part-as': 'Si guarda los cambios, participará en la categoría',
  'edit.email-hint':
    'A esta dirección se envían los mensajes sobre su inscripción. Si la cambia, lo comunicaremos a la dirección anterior.',
  'edit.fixed':
    'La inscripción está cerrada, por lo que este dato y su dirección de correo electrónico ya no pueden modificarse aquí. Si es necesario modificarlos, escriba a {contact}.',
  'edit.renaming':
    'Su inscripción fue validada con este nombre. Una pequeña corrección ortográfica no afecta a la validación. Si guarda otro nombre, su inscripción deberá ser validada de nuevo por el punto focal de la delegación o por el equipo organizador. Si ahora tiene una plaza, se asignará a otra persona.',
  'edit.leaving.validated':
    'Si guarda los cambios, su inscripción deberá ser validada de nuevo por el punto focal de la nueva delegación o por el equipo organizador. Si ahora tiene una plaza, se asignará a otra persona.',
  'edit.leaving.seat':
    'Si guarda los cambios, cede su plaza a cambio de otra en la nueva delegación o categoría. Si en ella no hay ninguna libre, no cambia nada y conserva la plaza que tiene.',
  'edit.leaving.pending':
    'Si guarda los cambios, su inscripción ya no tendrá que ser validada: obtendrá de inmediato una plaza en la nueva delegación o categoría si queda alguna libre.',
  'edit.leaving.waitlisted': 'Si guarda los cambios, pasa al final de la lista de espera.',

  // Erasing a registration
  'erase.title': '¿Suprimir sus datos?',
  'erase.lead': 'Esta acción no se puede deshacer. No recibirá ningún mensaje al respecto.',
  'erase.live': 'Dejará de participar y su plaza se asignará a otra persona.',
  'erase.live.no-seat': 'Dejará de participar.',
  'erase.goes': 'Lo que se suprime',
  'erase.goes.person':
    'Su nombre y tratamiento, dirección de correo electrónico, número de teléfono, cargo, institución y organización, lo que nos haya comunicado sobre sus necesidades y todas las demás respuestas',
  'erase.goes.messages':
    'Nuestros mensajes a usted; los que aún no se hayan enviado no se enviarán. Los que estén en su buzón permanecerán en él.',
  'erase.goes.link': 'Esta página: el enlace dejará de funcionar',
  'erase.stays': 'Lo que se conserva, sin su nombre',
  'erase.stays.count':
    'La referencia, la categoría, el Estado, si representa a uno, el resultado de la inscripción y las fechas: para las estadísticas de la reunión',
  'erase.stays.log':
    'Un registro de lo que se hizo y cuándo, sin el nombre de ninguna persona: para responder a preguntas sobre la inscripción',
  'erase.stays.delivery':
    'Si los mensajes llegaron a su dirección de correo electrónico, con un código en lugar de la dirección: durante {days, plural, one {# día} many {# de días} other {# días}}, o mientras no pueda enviarse nada a ella',
  'erase.stays.lists':
    'Las listas de participantes que ya se hayan enviado al equipo organizador: escriba a {contact} para que se le excluya de ellas',
  'erase.do': 'Suprimir mis datos',
  'erase.keep': 'Conservar mis datos',
  'erased.title': 'Sus datos se han suprimido',
  'erased.lead':
    'En la inscripción {reference} no queda nada que permita identificarle por su nombre y el enlace a ella ya no funciona. Si finalmente desea participar, puede volver a inscribirse mientras la inscripción esté abierta.',

  // The page of a focal point
  'delegation.title': 'Delegación: {name}',
  'delegation.lead': 'Ninguna inscripción está pendiente de su respuesta.',
  'delegation.lead.pending':
    '{count, plural, one {# persona espera} many {# de personas esperan} other {# personas esperan}} su respuesta. Ninguna inscripción se confirma antes de que usted responda.',
  'delegation.heads':
    'Figuran en la jefatura de la delegación: {names}. Una delegación tiene una sola jefatura: indique quién la ejerce en “Función y orden”.',
  'delegation.seats': 'Plazas',
  'delegation.seats.taken':
    '{taken, plural, =0 {Ninguna ocupada} one {# ocupada} many {# de plazas ocupadas} other {# ocupadas}}',
  'delegation.seats.of': 'Ocupadas: {taken, number} de {ceiling, number}',
  'delegation.seats.left':
    '{left, plural, =0 {Ninguna libre} one {# libre} many {# de plazas libres} other {# libres}}',
  'delegation.seats.no-limit': 'Sin límite',
  'delegation.seats.meeting-full': 'Todas las plazas de la reunión están ocupadas.',
  'delegation.seats.held':
    'Las plazas libres se ofrecen primero a las personas que figuran en la lista de espera.',
  'delegation.focal-point': 'Punto focal',
  'delegation.note': 'Nota de designación',
  'delegation.note.none': 'Ninguna por el momento.',
  'delegation.note.of': '{reference}, {date}.',
  'delegation.note.add': 'Añadirla',
  'delegation.note.change': 'Modificarla',
  'delegation.file': 'Archivo de la nota',
  'delegation.file.none': 'Ninguno por el momento.',
  'delegation.file.kept': 'PDF, {size} MB.',
  'delegation.file.save': 'Descargar el archivo',
  'delegation.file.send': 'Enviar el archivo',
  'delegation.file.replace': 'Sustituir el archivo',
  'delegation.closes':
    'Designaciones hasta el {closesOn}. Después aún será posible sustituir a alguien.',
  'delegation.pending': 'Pendientes de su respuesta',
  'delegation.coming': 'En la delegación',
  'delegation.waiting': 'En espera de una plaza',
  'delegation.waiting.hint':
    'La próxima plaza que quede libre se ofrecerá a la persona que lleve más tiempo en espera.',
  'delegation.ended': 'No asistirán',
  'delegation.none': 'Nadie se ha inscrito aún en esta delegación.',
  'delegation.moved-on':
    'No se ha cambiado nada: entretanto alguien respondió o la situación cambió. A continuación figura la situación actual.',
  'delegation.private':
    'El enlace a esta página es para usted: quien lo tenga decide quién integra la delegación. Si es posible que otra persona lo tenga, escriba a {contact} para solicitar uno nuevo.',
  'delegation.status.pending': 'Pendiente de respuesta',
  'delegation.status.confirmed': 'Confirmada',
  'delegation.status.offered': 'Plaza ofrecida',
  'delegation.status.waitlisted': 'En espera',
  'delegation.status.declined': 'Rechazada',
  'delegation.status.withdrawn': 'Anulada',
  'delegation.nominated-by': 'Designación efectuada por {by}.',
  'delegation.incomplete': 'Aún no ha completado sus datos.',
  'delegation.undelivered': 'Nuestros mensajes no llegan a esta dirección.',
  'delegation.offered-until': 'Puede aceptar la plaza hasta el {until}.',
  'delegation.waiting-since': 'Desde el {day}.',
  'delegation.declined-because': 'Motivo indicado: {reason}',
  'delegation.withdrawn.asked': 'Ha anulado su inscripción.',
  'delegation.withdrawn.offer-expired': 'No aceptó la plaza a tiempo.',
  'delegation.withdrawn.replaced': 'Otra persona ocupa su lugar.',
  'delegation.approve': 'Aprobar',
  'delegation.decline': 'Rechazar',
  'delegation.role': 'Función y orden',
  'delegation.role-order': '{role}, núm. {order}',
  'delegation.replace': 'Sustituir',
  'delegation.nominate': 'Designar a una persona',
  'delegation.back': 'Volver',
  'delegation.decline.title': '¿Rechazar la inscripción de {person}?',
  'delegation.decline.lead':
    'El motivo se le enviará tal como usted lo redacte. La persona podrá volver a inscribirse.',
  'delegation.decline.submit': 'Rechazar',
  'delegation.reason-hint':
    'Hasta 500 caracteres, por ejemplo: Nuestra representación se limita a dos personas.',
  'delegation.role.title': 'Función y orden de {person}',
  'delegation.role.lead':
    'La lista de participantes sigue este criterio: primero la jefatura de la delegación, después las demás personas por función y, dentro de cada función, en el orden que usted indique.',
  'delegation.role.submit': 'Guardar',
  'delegation.role-label': 'Función en la delegación',
  'delegation.head-hint':
    '{head} ejerce la jefatura de la delegación. Cuando usted designe a otra persona para ejercerla, la función de {head} será: {role}.',
  'delegation.head-needs-seat': 'Solo puede asumir la jefatura una persona que tenga plaza.',
  'delegation.order-hint':
    'El 1 corresponde al primer lugar. Sin número: después de quienes tengan uno, por orden alfabético.',
  'delegation.nominate.title': 'Designar a una persona',
  'delegation.nominate.lead':
    'Al designarla, usted valida su inscripción: queda confirmada de inmediato si hay una plaza libre; de lo contrario, espera una plaza. La persona recibirá un enlace privado para completar sus datos.',
  'delegation.nominate.submit': 'Designar',
  'delegation.replace.title': 'Sustituir a {person}',
  'delegation.replace.lead':
    'La plaza pasa de una persona a la otra sin quedar libre en ningún momento. Ambas serán informadas por correo electrónico.',
  'delegation.replace.submit': 'Sustituir',
  'delegation.email-hint': 'Una dirección propia de la persona: a ella se envía el enlace privado.',
  'delegation.language': 'Idioma de los mensajes que reciba la persona',
  'delegation.note.title': 'Nota de designación',
  'delegation.note.lead':
    'La carta mediante la cual sus autoridades designan a la delegación, para que el equipo organizador pueda localizarla.',
  'delegation.note.submit': 'Guardar',
  'delegation.note-hint': 'Como figura en la nota, por ejemplo, NV/2026/117.',
  'delegation.file.title': 'Enviar la nota de designación',
  'delegation.file.lead':
    'Solo el equipo organizador puede ver el archivo. Se elimina después de la reunión, junto con las direcciones de los participantes.',
  'delegation.file.hint': 'Un archivo PDF de 5 MB como máximo. Envíelo en un plazo de 15 minutos.',
  'delegation.file.too-large':
    'Este archivo supera los 5 MB. Elija uno más pequeño, por ejemplo, escaneado en blanco y negro.',
  'delegation.file.submit': 'Enviar',
  'delegation.file.arrived':
    'El archivo ha llegado. ¿Desea conservarlo como nota de designación de su delegación?',
  'delegation.file.keep': 'Conservar el archivo',
  'delegation.done.approve.confirmed':
    'La inscripción de {person} está confirmada y ya se le ha comunicado.',
  'delegation.done.approve.waitlisted':
    'La inscripción de {person} está aprobada, en espera de una plaza: en este momento no hay ninguna libre. Ya se le ha comunicado.',
  'delegation.done.decline.declined':
    'La inscripción de {person} se ha rechazado y ya se le ha comunicado el motivo.',
  'delegation.done.role.set': 'Se han guardado los cambios. {person}: {role}.',
  'delegation.done.former-head':
    '{former} ya no ejerce la jefatura de la delegación. Nueva función: {role}.',
  'delegation.done.head-stays':
    '{head} mantiene la jefatura de la delegación, ya que {person} aún no tiene plaza. Función de {person}: {role}. Podrá designar a esta persona para ejercer la jefatura cuando tenga plaza.',
  'delegation.done.nominate.confirmed':
    'Se ha designado a {person}, con una plaza confirmada. Hemos escrito a {email}.',
  'delegation.done.nominate.waitlisted':
    'Se ha designado a {person}, en espera de una plaza: en este momento no hay ninguna libre. Hemos escrito a {email}.',
  'delegation.done.replace.confirmed':
    '{person} participa en lugar de {former}. Ya se ha informado a ambas personas.',
  'delegation.done.note': 'La nota de designación ha quedado registrada.',
  'delegation.done.file': 'El archivo de la nota de designación se ha conservado.',

  // Messages: what they share, then one section for each kind
  'mail.preheader.confirmation': 'Referencia {reference}. {dates}, {place}.',
  'mail.preheader.withdrawal': 'No tiene que hacer nada más. Referencia {reference}.',
  'mail.preheader.participant-list':
    '{people, plural, =0 {Nadie se ha inscrito aún} one {# persona} many {# de personas} other {# personas}}. Se adjunta la lista.',
  'mail.dear': 'Estimado/a {name}:',
  'mail.when': 'Fechas',
  'mail.where': 'Lugar',
  'mail.link': 'Enlace para participar en línea',
  'mail.reference': 'Referencia',
  'mail.category': 'Categoría',
  'mail.delegation': 'Delegación',
  'mail.questions':
    'Consultas: {contact}. Las respuestas a este mensaje se envían a la misma dirección.',
  'mail.why.participant':
    'Recibe este mensaje porque esta dirección se indicó en una inscripción en la reunión. Si no la hizo usted, escriba a {contact}.',
  'mail.unsubscribe': 'No recibir más recordatorios sobre esta reunión',
  'mail.sent-by': 'Enviado por Plenary, servicio de inscripción en reuniones intergubernamentales.',
  'mail.confirmation.subject': 'Inscripción confirmada: {title} ({reference})',
  'mail.confirmation.eyebrow': 'Inscripción confirmada',
  'mail.confirmation.lead': 'Su inscripción en esta reunión está confirmada.',
  'mail.confirmation.manage': 'Gestionar mi inscripción',
  'mail.confirmation.private':
    'Este enlace es solo para usted: quien lo tenga puede ver, modificar y anular su inscripción. Le rogamos que no reenvíe este mensaje.',
  'mail.confirmation.calendar':
    'La reunión se adjunta como evento para el calendario que usted utilice.',
  'mail.calendar.description':
    'Su inscripción en “{title}” está confirmada.\nReferencia: {reference}\nGestionar mi inscripción (enlace privado): {manageUrl}',
  'mail.calendar.updated':
    'El evento de calendario adjunto sustituye al que le enviamos anteriormente.',
  'mail.preheader.acknowledgement': 'Aún no está confirmada. Referencia {reference}.',
  'mail.acknowledgement.subject': 'Inscripción recibida: {title} ({reference})',
  'mail.acknowledgement.eyebrow': 'Inscripción recibida, pendiente de validación',
  'mail.acknowledgement.lead':
    'Hemos recibido su inscripción en esta reunión. Aún no está confirmada: antes deben validarla el punto focal de su delegación o el equipo organizador. Le escribiremos de nuevo en cuanto lo hayan hecho.',
  'mail.acknowledgement.again':
    'Su inscripción se ha modificado y deben validarla de nuevo el punto focal de su delegación o el equipo organizador. Hasta entonces no está confirmada ni se le reserva plaza. Le escribiremos de nuevo en cuanto lo hayan hecho.',
  'mail.preheader.waiting-list': 'Todas las plazas están ocupadas. Referencia {reference}.',
  'mail.waiting-list.subject': 'En la lista de espera: {title} ({reference})',
  'mail.waiting-list.eyebrow': 'Lista de espera',
  'mail.waiting-list.lead':
    'Todas las plazas de esta reunión que usted podría ocupar están ya asignadas, por lo que figura en la lista de espera. La próxima plaza que quede libre se ofrecerá a la persona que lleve más tiempo en espera. Le escribiremos cuando pueda aceptar una.',
  'mail.waiting-list.travel':
    'Le rogamos que no viaje antes de que su inscripción esté confirmada.',
  'mail.preheader.offer': 'Acéptela a más tardar el {until}. Referencia {reference}.',
  'mail.offer.subject': 'Se le ofrece una plaza hasta el {until}: {title} ({reference})',
  'mail.offer.eyebrow': 'Se le ofrece una plaza',
  'mail.offer.lead':
    'Ha quedado libre una plaza y será suya si la acepta a más tardar el {until}. Después se ofrecerá a la siguiente persona de la lista de espera.',
  'mail.offer.manage': 'Aceptar o rehusar la plaza',
  'mail.offer.until': 'Reservada hasta el',
  'mail.preheader.offer-expiring': 'Todavía no ha aceptado la plaza. Referencia {reference}.',
  'mail.offer-expiring.subject':
    'Se espera su respuesta a más tardar el {until}: {title} ({reference})',
  'mail.offer-expiring.eyebrow': 'Una plaza espera su respuesta',
  'mail.offer-expiring.lead':
    'Se le ofrece una plaza y aún no hemos recibido su respuesta. Está reservada para usted hasta el {until}; después se ofrecerá a la siguiente persona de la lista de espera. No recibirá ningún otro recordatorio.',
  'mail.preheader.offer-expired': 'La plaza no se aceptó a tiempo. Referencia {reference}.',
  'mail.offer-expired.subject': 'La oferta de plaza ha vencido: {title} ({reference})',
  'mail.offer-expired.eyebrow': 'Oferta vencida',
  'mail.offer-expired.lead':
    'La plaza que se le ofreció no se aceptó a tiempo y queda a disposición de la siguiente persona de la lista de espera. En consecuencia, su inscripción ha quedado sin efecto.',
  'mail.preheader.declined': 'Referencia {reference}.',
  'mail.declined.subject': 'Inscripción no aceptada: {title} ({reference})',
  'mail.declined.eyebrow': 'Inscripción no aceptada',
  'mail.declined.lead': 'Su inscripción en esta reunión no ha sido aceptada.',
  'mail.declined.reason': 'Motivo indicado',
  'mail.declined.mistake': 'Si considera que se trata de un error, escriba a {contact}.',
  'mail.withdrawal.subject': 'Inscripción anulada: {title} ({reference})',
  'mail.withdrawal.eyebrow': 'Inscripción anulada',
  'mail.withdrawal.lead':
    'La inscripción que figura a continuación está anulada. No tiene que hacer nada más.',
  'mail.withdrawal.again':
    'Si cambian sus planes, puede volver a inscribirse mientras la inscripción esté abierta y queden plazas. Se tratará de una nueva inscripción, con una nueva referencia.',
  'mail.withdrawal.calendar':
    'Se adjunta una cancelación para su calendario. Si la reunión sigue figurando en él, elimínela.',
  'mail.withdrawal.not-you': 'Si no la anuló usted, escriba cuanto antes a {contact}.',
  'mail.withdrawal.manage': 'Ver mi inscripción',
  'mail.name': 'Nombre y apellidos',
  'mail.preheader.details-changed': 'Compruebe que todo esté como desea. Referencia {reference}.',
  'mail.details-changed.subject': 'Inscripción modificada: {title} ({reference})',
  'mail.details-changed.eyebrow': 'Inscripción modificada',
  'mail.details-changed.lead':
    'Su inscripción en esta reunión se ha modificado. Compruebe que ahora contenga lo que usted desea.',
  'mail.details-changed.what': 'Cambios',
  'mail.details-changed.name': 'su nombre',
  'mail.details-changed.representation': 'a quién representa',
  'mail.details-changed.role': 'su función en la delegación',
  'mail.details-changed.email': 'su dirección de correo electrónico',
  'mail.details-changed.not-you': 'Si no la modificó usted, escriba cuanto antes a {contact}.',
  'mail.preheader.address-changed':
    'En adelante los mensajes sobre la inscripción se enviarán a otra dirección. Referencia {reference}.',
  'mail.address-changed.subject':
    'Dirección de correo electrónico modificada: {title} ({reference})',
  'mail.address-changed.eyebrow': 'Dirección de correo electrónico modificada',
  'mail.address-changed.lead':
    'La inscripción que figura a continuación se modificó en su página privada: en adelante los mensajes sobre ella se enviarán a otra dirección, y este es el último que usted recibe.',
  'mail.address-changed.not-you':
    'Si la inscripción es suya y no cambió usted la dirección, escriba cuanto antes a {contact}.',
  'mail.preheader.nomination': 'Complete sus datos. Referencia {reference}.',
  'mail.nomination.subject': 'Designación: {title} ({reference})',
  'mail.nomination.eyebrow': 'Designación',
  'mail.nomination.lead':
    '{by}, punto focal de su delegación, le ha designado para participar en esta reunión.',
  'mail.nomination.confirmed': 'Tiene una plaza y su inscripción está confirmada.',
  'mail.nomination.waiting':
    'En este momento todas las plazas están ocupadas y usted figura en la lista de espera. Le escribiremos cuando pueda aceptar una plaza. Le rogamos que no viaje antes de que su inscripción esté confirmada.',
  'mail.nomination.details':
    'Por ahora solo tenemos su nombre y esta dirección. Complete sus datos e indique en qué lista puede figurar: hasta que lo haga, su nombre no aparecerá en ninguna lista publicada.',
  'mail.nomination.manage': 'Completar mis datos',
  'mail.nomination.not-you':
    'Si no tiene conocimiento de esta reunión o no puede asistir, anule la inscripción en el mismo enlace o escriba a {contact}.',
  'mail.preheader.replaced': 'Otra persona participa en su lugar. Referencia {reference}.',
  'mail.replaced.subject': 'Sustitución en la delegación: {title} ({reference})',
  'mail.replaced.eyebrow': 'Inscripción sin efecto',
  'mail.replaced.lead':
    'El punto focal de su delegación ha designado a otra persona en su lugar. Su inscripción ha quedado sin efecto y esa persona ocupa su plaza.',
  'mail.preheader.meeting-changed': 'Qué ha cambiado y cómo era antes. Referencia {reference}.',
  'mail.meeting-changed.subject': 'La reunión ha cambiado: {title} ({reference})',
  'mail.meeting-changed.eyebrow': 'Cambio en la reunión',
  'mail.meeting-changed.lead':
    'El equipo organizador ha modificado las disposiciones de esta reunión. Esto es lo que cambia:',
  'mail.meeting-changed.before': 'Hasta ahora: {before}',
  'mail.meeting-changed.no-sittings': 'aún no anunciadas',
  'mail.meeting-changed.no-link': 'no hay',
  'mail.meeting-changed.cannot':
    'Si ya no puede participar, anule su inscripción en este enlace para que otra persona pueda participar.',
  'mail.preheader.meeting-cancelled': 'No se celebrará. Referencia {reference}.',
  'mail.meeting-cancelled.subject': 'Reunión cancelada: {title} ({reference})',
  'mail.meeting-cancelled.eyebrow': 'Reunión cancelada',
  'mail.meeting-cancelled.lead':
    'El equipo organizador ha cancelado esta reunión: no se celebrará. No tiene que hacer nada respecto de su inscripción.',
  'mail.meeting-cancelled.travel': 'Si ha reservado viaje o alojamiento, cancélelo.',

  'mail.meeting-reminder.subject': 'Recordatorio: {title}, {dates} ({reference})',
  'mail.preheader.meeting-reminder': '{dates}, {place}. Referencia {reference}.',
  'mail.meeting-reminder.eyebrow': 'Recordatorio',
  'mail.meeting-reminder.lead':
    'La reunión se acerca y su inscripción está confirmada. Esperamos contar con su presencia.',
  'mail.meeting-reminder.incomplete':
    'Todavía faltan algunos de sus datos. Complételos antes de la reunión e indique en qué lista puede figurar: hasta que lo haga, su nombre no aparecerá en ninguna lista publicada.',
  'mail.meeting-reminder.practical': 'Información práctica del equipo organizador:',
  'mail.meeting-reminder.cannot-come':
    'Si no puede asistir, le rogamos que anule su inscripción en el enlace anterior para que otra persona pueda ocupar su plaza.',
  'mail.preheader.thank-you': 'Gracias por su participación. Referencia {reference}.',
  'mail.thank-you.subject': 'Agradecimiento: {title} ({reference})',
  'mail.thank-you.eyebrow': 'Agradecimiento',
  'mail.thank-you.lead': 'La reunión ha concluido. Le agradecemos su participación.',
  'mail.thank-you.data':
    'En el enlace siguiente puede descargar los datos que conservamos sobre usted o solicitar su supresión.',
  'mail.thank-you.private':
    'Este enlace es solo para usted: quien lo tenga puede ver, descargar y suprimir sus datos. Le rogamos que no reenvíe este mensaje.',

  // Messages to focal points, and to organisers in place of one
  'mail.preheader.delegation-invitation':
    '{name}: vea quién integra la delegación y decida al respecto.',
  'mail.delegation-invitation.subject': 'Delegación ({name}): {title}',
  'mail.delegation-invitation.eyebrow': 'Invitación al punto focal',
  'mail.delegation-invitation.lead':
    'Usted es el punto focal de la siguiente delegación en esta reunión: {name}. En la página de su delegación puede ver quién se ha inscrito, responder a las inscripciones, designar a personas, indicar quién ejerce la jefatura y sustituir a una persona por otra. No necesita ninguna cuenta.',
  'mail.delegation-invitation.renewed':
    'Este enlace es nuevo. Los enlaces enviados anteriormente ya no funcionan.',
  'mail.delegation-invitation.open': 'Abrir la página de mi delegación',
  'mail.delegation-invitation.private':
    'Este enlace es para usted: quien lo tenga decide quién integra su delegación. Le rogamos que no reenvíe este mensaje.',
  'mail.delegation-invitation.why':
    'Recibe este mensaje porque el equipo organizador señaló esta dirección para la delegación o la reunión. Si debería ser otra persona, escriba a {contact}.',
  'mail.preheader.nomination-reminder': 'La inscripción se cierra: {closes}.',
  'mail.nomination-reminder.subject': 'Todavía no hay nadie inscrito ({name}): {title}',
  'mail.nomination-reminder.eyebrow': 'Recordatorio al punto focal',
  'mail.nomination-reminder.lead':
    'Hasta ahora no hay nadie inscrito ni designado en la siguiente delegación: {name}. Una vez cerrada la inscripción, ya no será posible hacerlo.',
  'mail.nomination-reminder.closes': 'Cierre de la inscripción',
  'mail.nomination-reminder.what':
    'Designe a quienes vayan a asistir en la página de su delegación, o pídales que se inscriban. Si no asiste nadie, le rogamos que lo comunique a {contact}.',
  'mail.preheader.delegation-meeting-changed': 'Qué ha cambiado y cómo era antes.',
  'mail.delegation-meeting-changed.subject': 'La reunión ha cambiado: {title} ({name})',
  'mail.delegation-meeting-changed.people':
    'Las personas inscritas o designadas en la delegación ({name}) también reciben esta información. Si alguna ya no puede asistir, usted puede sustituirla en la página de su delegación.',
  'mail.preheader.delegation-meeting-cancelled': 'No se celebrará.',
  'mail.delegation-meeting-cancelled.subject': 'Reunión cancelada: {title} ({name})',
  'mail.delegation-meeting-cancelled.lead':
    'El equipo organizador ha cancelado esta reunión: no se celebrará. Se informa por separado a las personas inscritas o designadas en la delegación ({name}). Usted no tiene que hacer nada.',
  'mail.preheader.validation-wanted':
    'Referencia {reference}. La inscripción no se confirma hasta que usted responda.',
  'mail.validation-wanted.subject': 'Se requiere su respuesta: {reference}, {title}',
  'mail.validation-wanted.eyebrow': 'Una inscripción espera su respuesta',
  'mail.validation-wanted.focal-point':
    'Una persona se ha inscrito en su delegación. Ninguna inscripción se confirma antes de que usted lo indique: apruébela o rechácela en la página de su delegación.',
  'mail.validation-wanted.organiser':
    'Una persona se ha inscrito en una delegación que no tiene aquí ningún punto focal. Ninguna inscripción se confirma antes de que usted lo indique.',
  'mail.validation-wanted.command':
    'Para responder: npm run meeting -- approve {reference}, o npm run meeting -- decline {reference} --reason "…". Para señalar un punto focal: npm run meeting -- invite.',
  'mail.participant-list.subject.daily': 'Lista diaria de participantes: {title}',
  'mail.participant-list.subject.closing': 'Inscripción cerrada, lista de participantes: {title}',
  'mail.participant-list.subject.requested': 'Lista de participantes: {title}',
  'mail.participant-list.eyebrow': 'Lista de participantes',
  'mail.participant-list.lead.daily':
    'La inscripción está abierta. Esta es la lista diaria de participantes, actualizada el {listedAt}.',
  'mail.participant-list.lead.closing':
    'La inscripción se ha cerrado. Esta es la lista de participantes, actualizada el {listedAt}.',
  'mail.participant-list.lead.requested':
    'Esta es la lista de participantes que solicitó, actualizada el {listedAt}.',
  'mail.participant-list.totals':
    '{people, plural, =0 {Ninguna persona} one {# persona} many {# de personas} other {# personas}}{delegations, plural, =0 {} one { de # delegación} many { de # de delegaciones} other { de # delegaciones}}',
  'mail.participant-list.none':
    'Por el momento no hay ninguna persona inscrita. La lista adjunta está vacía.',
  'mail.participant-list.people': 'Personas',
  'mail.participant-list.delegations': 'Delegaciones',
  'mail.participant-list.total': 'Total',
  'mail.participant-list.needs':
    '{needs, plural, one {# persona ha indicado} many {# de personas han indicado} other {# personas han indicado}} necesidades alimentarias o de accesibilidad. Para proteger su privacidad, esos datos no se envían por correo electrónico.',
  'mail.participant-list.undelivered':
    'No se pudo contactar por correo electrónico con {count, plural, one {# persona} many {# de personas} other {# personas}}: véase la columna “Entrega de correos” de la lista.',
  'mail.participant-list.duplicates':
    '{count, plural, one {Al parecer, una persona está inscrita} many {Al parecer, # de personas están inscritas} other {Al parecer, # personas están inscritas}} más de una vez, con direcciones distintas. Le rogamos que examine estas inscripciones:',
  'mail.participant-list.attached':
    'La lista se adjunta con el nombre {fileName}. Se abre en Excel y otras hojas de cálculo, en el orden propio de una lista de participantes.',
  'mail.participant-list.personal':
    'El archivo adjunto contiene datos personales. Utilícelo únicamente para organizar esta reunión, transmítalo solo a quienes lo necesiten para ese fin y elimínelo cuando ya no lo necesite. No publique el nombre de nadie que no haya dado su consentimiento para figurar en la lista.',
  'mail.participant-list.why':
    'Recibe este mensaje porque se le ha señalado como integrante del equipo organizador de esta reunión.',
} as const;
