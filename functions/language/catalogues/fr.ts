import type { Catalogue } from './catalogue.ts';

/** French, as the United Nations writes it. */
export const fr: Catalogue = {
  // Why somebody has a category: see domain/eligibility/convention.ts and domain/eligibility/category.ts
  'reason.party-in-force': '{state} : Partie depuis le {deposited}.',
  'reason.party-before-entry-into-force':
    '{state} : instrument déposé le {deposited} ; compte parmi les Parties. La Convention entre en vigueur à son égard le {inForceFrom}.',
  'reason.party-date-unconfirmed':
    '{state} : compte parmi les Parties ; instrument déposé entre le {from} et le {to}, à une date qui reste à confirmer.',
  'reason.not-party-yet':
    '{state} : non Partie à la date du {date} ; instrument déposé le {deposited}.',
  'reason.not-party-yet-date-unconfirmed':
    '{state} : non Partie à la date du {date} ; instrument déposé entre le {from} et le {to}.',
  'reason.never-party': '{state} : non Partie à la date du {date}.',
  'reason.never-party.as-of':
    '{state} : non Partie à la date du {date}, selon la liste des Parties arrêtée au {asOf}.',
  'reason.associate-member': '{state} : Membre associé de l’UNESCO, non Partie.',
  'reason.associate-member.as-of':
    '{state} : Membre associé de l’UNESCO, non Partie selon la liste des Parties arrêtée au {asOf}.',
  'reason.unknown-state': 'Le code {state} ne correspond à aucun État.',
  'reason.organisation-kind.igo': 'Représente une organisation intergouvernementale.',
  'reason.organisation-kind.ngo': 'Représente une organisation non gouvernementale.',
  'reason.organisation-kind.media': 'Représente les médias.',
  'reason.organisation-kind.host': 'Représente l’hôte de la réunion.',
  'reason.organisation-kind.secretariat': 'Fait partie du Secrétariat.',
  'reason.individual':
    'Participe à titre individuel, sur invitation, sans représenter d’État ni d’organisation.',

  // The footing on which somebody attends: one person, and a group of them on a list
  'category.party': 'Partie',
  'category.party.heading': 'Parties',
  'category.observer-state': 'État observateur',
  'category.observer-state.heading': 'États observateurs',
  'category.associate-member': 'Membre associé de l’UNESCO',
  'category.associate-member.heading': 'Membres associés de l’UNESCO',
  'category.igo': 'Organisation intergouvernementale',
  'category.igo.heading': 'Organisations intergouvernementales',
  'category.ngo': 'Organisation non gouvernementale',
  'category.ngo.heading': 'Organisations non gouvernementales',
  'category.guest': 'Invité(e)',
  'category.guest.heading': 'Invités et personnes-ressources',
  'category.media': 'Médias',
  'category.media.heading': 'Médias',
  'category.host': 'Hôte',
  'category.host.heading': 'Hôtes et coorganisateurs',
  'category.secretariat': 'Secrétariat',
  'category.secretariat.heading': 'Secrétariat',

  // The part somebody plays in a delegation
  'role.head': 'Chef de délégation',
  'role.alternate': 'Suppléant(e)',
  'role.delegate': 'Délégué(e)',
  'role.focal-point': 'Point focal',
  'role.adviser': 'Conseiller/Conseillère',
  'role.representative': 'Représentant(e)',
  'role.observer': 'Observateur/Observatrice',
  'role.resource-person': 'Personne-ressource',
  'role.staff': 'Membre du personnel',

  // The list of participants that organisers receive: columns and cells of the file
  'list.column.reference': 'Référence',
  'list.column.category': 'Catégorie',
  'list.column.delegation': 'Délégation',
  'list.column.role': 'Rôle',
  'list.column.title': 'Titre',
  'list.column.given-name': 'Prénom',
  'list.column.family-name': 'Nom de famille',
  'list.column.position': 'Fonction',
  'list.column.institution': 'Institution',
  'list.column.email': 'Courriel',
  'list.column.delivery': 'Remise des courriels',
  'list.column.phone': 'Téléphone',
  'list.column.language': 'Langue',
  'list.column.visa-letter': 'Lettre pour visa',
  'list.column.list-consent': 'Mention sur les listes',
  'list.column.registered-at': 'Date d’inscription',
  'list.name-not-published': 'nom non publié',
  'list.delivery.delivered': 'remis',
  'list.delivery.returned': 'retourné ; adresse exclue des envois',
  'list.delivery.refused': 'non accepté par la messagerie',
  'list.delivery.complained': 'signalé comme indésirable ; adresse exclue des envois',
  'list.delivery.rejected': 'non envoyé',
  'list.yes': 'oui',
  'list.no': 'non',
  'list.consent.public': 'sur la liste publiée',
  'list.consent.participants': 'sur la liste remise aux participants',
  'list.consent.none': 'sur aucune liste',

  // Every page
  'page.skip': 'Aller au contenu principal',
  'page.tagline': 'Inscription aux réunions intergouvernementales',
  'page.languages': 'Langues',
  'page.footer': 'Inscriptions assurées par Plenary. Ni compte, ni traçage, ni cookies.',
  'page.error-prefix': 'Erreur :',
  'page.all-meetings': 'Toutes les réunions ouvertes à l’inscription',

  // The front page and the page of a meeting
  'home.title': 'Réunions ouvertes à l’inscription',
  'home.none': 'Aucune réunion n’est ouverte à l’inscription pour le moment.',
  'meeting.when': 'Dates',
  'meeting.sittings': 'Séances',
  'meeting.where': 'Lieu',
  'meeting.registration': 'Inscriptions',
  'meeting.registration.open': 'Ouvertes jusqu’au {closesOn}',
  'meeting.registration.not-yet': 'Ouverture le {opensOn}',
  'meeting.registration.closed': 'Closes depuis le {closesOn}',
  'meeting.cancelled': 'Cette réunion est annulée',
  'meeting.cancelled.lead': 'Les organisateurs l’ont annulée. Motif indiqué : {reason}',
  'meeting.convention': 'Convention',
  'meeting.admits': 'Qui peut s’inscrire',
  'meeting.admits.validated':
    '{category} (après validation par leur point focal ou par les organisateurs)',
  'meeting.admits.invited': '{category} (sur présentation d’un code d’invitation)',
  'meeting.contact': 'Questions',
  'meeting.register': 'S’inscrire',

  // The form
  'form.title': 'Inscription',
  'form.errors': 'Certaines réponses sont à revoir',
  'form.optional': '(facultatif)',
  'form.choose': 'Choisir',
  'form.continue': 'Continuer',
  'form.submit': 'S’inscrire',
  'form.closed':
    'Rien n’a été enregistré. Votre saisie est conservée ci-dessous : copiez-la dans un message adressé à {contact} si vous devez encore participer à la réunion.',
  'form.validated':
    'Votre inscription sera confirmée une fois validée par le point focal de votre délégation ou par les organisateurs.',
  'form.delegation-as': '{name} : {category}',
  'form.change': 'Modifier',
  'form.no-account': 'Vous n’avez pas besoin de compte. L’inscription prend environ trois minutes.',
  'form.represented': 'Qui représentez-vous ?',
  'form.represented.state': 'Un État ou l’Union européenne',
  'form.represented.organisation': 'Une organisation',
  'form.represented.individual': 'Moi-même, à titre d’invité(e) ou de personne-ressource',
  'form.attending-as': 'Vous vous inscrivez dans la catégorie suivante :',
  'form.about-you': 'Vos renseignements personnels',
  'form.contact': 'Vos coordonnées',
  'form.needs': 'Vos besoins',
  'form.code-hint':
    'Il figure dans la lettre ou le message d’invitation et se présente ainsi : 7F3K-2Q9X-M4TZ.',
  'form.privacy': 'Vos données',
  'form.privacy.version': 'Avis de confidentialité, version {version}',
  'form.name-hint':
    'Tel qu’il doit figurer sur la liste des participants, dans l’écriture de votre choix. N’écrivez pas tout en majuscules.',
  'form.email-hint':
    'La confirmation sera envoyée à cette adresse, avec un lien personnel vers votre inscription.',
  'form.phone-hint': 'Avec l’indicatif du pays, par exemple +66 2 391 0577.',
  'form.title-hint': 'Par exemple Mme, M., Dr ou S. E. Mme.',
  'form.position-hint': 'Par exemple Directeur/Directrice des politiques culturelles.',
  'form.institution-hint': 'Votre ministère, institution ou bureau.',
  'form.needs-hint':
    'Seules les personnes chargées d’organiser la réunion voient ces renseignements. Ils ne figurent jamais sur une liste envoyée par courriel.',
  'form.visa': 'J’ai besoin d’une lettre à l’appui de ma demande de visa',
  'form.consent': 'Sur quelle liste vos nom, fonction et institution peuvent-ils figurer ?',
  'form.consent.public': 'Sur la liste publiée des participants',
  'form.consent.participants': 'Uniquement sur la liste remise aux participants',
  'form.consent.none': 'Sur aucune liste : seuls les organisateurs les voient',
  'form.accept-privacy':
    'J’ai lu l’avis de confidentialité et j’accepte que mes données soient utilisées comme il l’indique',
  'form.only-if': 'Uniquement si vous avez répondu « {answer} » à la question « {question} ».',
  'form.questions': 'Questions propres à cette réunion',
  'form.sensitive':
    'Seules les personnes chargées d’y donner suite lisent ces renseignements. Ils ne figurent sur aucune liste et sont supprimés peu après la réunion.',
  'form.bot-check.busy':
    'Un instant, s’il vous plaît : votre inscription sera envoyée dans quelques secondes.',

  // Ready-made questions: a heading for each set, the questions, what helps to answer them, the options
  'question-set.arrival': 'Votre arrivée',
  'question-set.departure': 'Votre départ',
  'question-set.hotel': 'Votre hôtel',
  'question-set.dietary': 'Votre alimentation',
  'question-set.accessibility': 'Vos besoins d’accessibilité',
  'question-set.visa-letter': 'Votre visa',
  'question-set.passport': 'Votre passeport',
  'question.arrivalBy': 'Par quel moyen arriverez-vous ?',
  'question.arrivalBy.air': 'Par avion',
  'question.arrivalBy.rail': 'Par train',
  'question.arrivalBy.road': 'Par la route',
  'question.arrivalBy.local': 'J’habite sur place',
  'question.arrivalDate': 'Date d’arrivée',
  'question.arrivalTime': 'Heure d’arrivée',
  'question.arrivalTime.help': 'Heure locale, par exemple 14:30.',
  'question.arrivalFlight': 'Vol d’arrivée',
  'question.arrivalFlight.help': 'Compagnie aérienne et numéro, par exemple TG 584.',
  'question.departureBy': 'Par quel moyen repartirez-vous ?',
  'question.departureBy.air': 'Par avion',
  'question.departureBy.rail': 'Par train',
  'question.departureBy.road': 'Par la route',
  'question.departureBy.local': 'J’habite sur place',
  'question.departureDate': 'Date de départ',
  'question.departureTime': 'Heure de départ',
  'question.departureTime.help': 'Heure locale, par exemple 14:30.',
  'question.departureFlight': 'Vol de départ',
  'question.departureFlight.help': 'Compagnie aérienne et numéro, par exemple TG 584.',
  'question.hotelNeeded': 'Souhaitez-vous que nous réservions une chambre pour vous ?',
  'question.hotelCheckIn': 'Première nuit',
  'question.hotelCheckOut': 'Date de départ de l’hôtel',
  'question.hotelRoom': 'Type de chambre',
  'question.hotelRoom.single': 'Pour une personne',
  'question.hotelRoom.double': 'Pour deux personnes, un lit',
  'question.hotelRoom.twin': 'Pour deux personnes, deux lits',
  'question.hotelNote': 'Toute précision utile à l’hôtel',
  'question.diet': 'Suivez-vous un régime alimentaire particulier ?',
  'question.diet.vegetarian': 'Végétarien',
  'question.diet.vegan': 'Végétalien',
  'question.diet.halal': 'Halal',
  'question.diet.kosher': 'Casher',
  'question.diet.no-gluten': 'Sans gluten',
  'question.diet.no-lactose': 'Sans lactose',
  'question.diet.other': 'Allergie ou autre besoin',
  'question.dietDetails': 'Que doit savoir la cuisine ?',
  'question.access': 'De quoi avez-vous besoin pour participer ?',
  'question.access.step-free': 'Accès sans marches',
  'question.access.wheelchair-space': 'Emplacement pour fauteuil roulant',
  'question.access.hearing-loop': 'Boucle magnétique',
  'question.access.sign-language': 'Interprétation en langue des signes',
  'question.access.large-print': 'Documents en gros caractères',
  'question.access.assistant': 'Place pour la personne qui m’assiste',
  'question.access.other': 'Autre besoin',
  'question.accessDetails': 'De quoi avez-vous besoin ?',
  'question.visaNeeded': 'Avez-vous besoin d’une lettre à l’appui de votre demande de visa ?',
  'question.visaNationality': 'Nationalité indiquée sur votre passeport',
  'question.visaConsulate': 'Ambassade ou consulat où vous déposez votre demande',
  'question.visaConsulate.help': 'Pays et ville, par exemple Thaïlande, Phnom Penh.',
  'question.passportName': 'Nom tel qu’il figure sur votre passeport',
  'question.passportName.help': 'Lettre par lettre, comme sur les deux lignes au bas de la page.',
  'question.passportNumber': 'Numéro de passeport',
  'question.passportCountry': 'Pays de délivrance',
  'question.passportExpiresOn': 'Date d’expiration',
  'question.birthDate': 'Date de naissance',
  'answer.yes': 'Oui',
  'answer.no': 'Non',

  // Names of fields
  'field.representation': 'Qui vous représentez',
  'field.state': 'État',
  'field.organisation': 'Nom de l’organisation',
  'field.organisationKind': 'Type d’organisation',
  'field.delegationRole': 'Votre rôle au sein de la délégation',
  'field.title': 'Titre',
  'field.givenName': 'Prénom',
  'field.familyName': 'Nom de famille',
  'field.position': 'Fonction',
  'field.institution': 'Institution',
  'field.email': 'Courriel',
  'field.phone': 'Téléphone',
  'field.language': 'Langue des messages qui vous sont adressés',
  'field.dietary': 'Besoins alimentaires',
  'field.accessibility': 'Besoins d’accessibilité',
  'field.visaLetter': 'Lettre pour visa',
  'field.code': 'Code d’invitation',
  'field.listConsent': 'Mention sur les listes',
  'field.privacyNotice': 'Avis de confidentialité',
  'field.reference': 'Référence',
  'field.reason': 'Motif',
  'field.order': 'Rang parmi les personnes ayant le même rôle',
  'field.noteReference': 'Référence de la note',
  'field.noteDate': 'Date de la note',
  'field.noteFile': 'Fichier PDF',
  'organisation-kind.igo': 'Organisation intergouvernementale',
  'organisation-kind.ngo': 'Organisation non gouvernementale',
  'organisation-kind.media': 'Médias',
  'organisation-kind.host': 'Hôte ou coorganisateur de la réunion',
  'organisation-kind.secretariat': 'Secrétariat de la Convention',
  'language.ar': 'العربية',
  'language.zh': '中文',
  'language.en': 'English',
  'language.fr': 'Français',
  'language.ru': 'Русский',
  'language.es': 'Español',

  // What can be wrong with a field: in general, and for one field
  'error.required': '{label} : cette réponse est obligatoire',
  'error.required.givenName': 'Indiquez le prénom',
  'error.required.familyName': 'Indiquez le nom de famille',
  'error.required.email': 'Indiquez l’adresse électronique',
  'error.required.organisation': 'Indiquez le nom de l’organisation',
  'error.type': '{label} : cette réponse n’est pas du type attendu',
  'error.too-long':
    '{label} : utilisez au maximum {max, plural, one {# caractère} many {# de caractères} other {# caractères}}',
  'error.characters':
    '{label} : supprimez les sauts de ligne et les caractères invisibles ou de commande, par exemple en saisissant de nouveau le texte',
  'error.not-a-name':
    '{label} : utilisez des lettres, sans symboles tels que < > = @, ni émojis, ni adresses Internet',
  'error.link':
    '{label} : n’indiquez ni adresse Internet ni adresse électronique et laissez une espace après chaque point',
  'error.email': 'Indiquez une adresse électronique telle que name@ministry.example',
  'error.phone': 'Indiquez un numéro de téléphone tel que +66 2 391 0577, uniquement en chiffres',
  'error.choose': '{label} : choisissez l’une des réponses',
  'error.choose.representation': 'Indiquez qui vous représentez',
  'error.choose.state': 'Choisissez l’État ou l’Union européenne',
  'error.choose.organisationKind': 'Choisissez le type d’organisation',
  'error.choose.delegationRole': 'Choisissez le rôle au sein de la délégation',
  'error.choose.language': 'Choisissez la langue des messages',
  'error.choose.listConsent': 'Indiquez sur quelle liste votre nom peut figurer',
  'error.question': '« {label} »',
  'error.date': '{label} : indiquez une date existante, par exemple 2026-03-04',
  'error.too-early': '{label} : indiquez une date qui ne soit pas antérieure à la suivante : {max}',
  'error.too-late': '{label} : indiquez une date qui ne soit pas postérieure à la suivante : {max}',
  'error.number':
    '{label} : indiquez un nombre en chiffres, avec un point avant les décimales, par exemple 3 ou 2.5',
  'error.too-small': '{label} : indiquez un nombre égal ou supérieur à {max}',
  'error.too-large': '{label} : indiquez un nombre égal ou inférieur à {max}',
  'error.required.reason':
    'Indiquez le motif : il est communiqué à la personne dont l’inscription est refusée',
  'error.required.noteReference': 'Indiquez la référence de la note',
  'error.required.noteDate': 'Indiquez la date de la note',
  'error.missing.noteFile': 'Le fichier n’est pas parvenu : choisissez-le de nouveau',
  'error.not-a-pdf.noteFile': 'Ce fichier n’est pas un PDF : choisissez-en un autre',
  'error.order': '{label} : indiquez un nombre de 1 à 999 ou laissez le champ vide',
  'error.day': '{label} : indiquez une date, par exemple 2026-03-14',
  'error.reference': '{label} : ceci n’est pas une référence',
  'error.yes-or-no': '{label} : répondez par oui ou par non',
  'error.accept': 'Lisez l’avis de confidentialité et acceptez-le',
  'error.unknown-field': '« {label} » n’est pas un champ de ce formulaire : retirez-le',
  'error.not-admitted': 'Cette réunion n’est pas ouverte à l’entité que vous représentez',
  'error.code-needed':
    'Indiquez votre code d’invitation : seules les personnes qui en ont un peuvent s’inscrire à cette réunion',
  'error.code-unknown':
    'Ce code n’est pas valable pour cette réunion : copiez celui qui figure dans votre invitation',
  'error.code-revoked': 'Ce code a été annulé : demandez-en un autre aux organisateurs',
  'error.code-expired': 'Ce code n’est plus valable : demandez-en un autre aux organisateurs',
  'error.code-used-up':
    'Ce code a déjà été utilisé par toutes les personnes auxquelles il était destiné',
  'error.code-other-category':
    'Ce code est destiné à des personnes qui participent à un autre titre',
  'error.code-other-delegation': 'Ce code est destiné à une autre délégation',
  'error.idempotency-key':
    'L’en-tête Idempotency-Key doit compter de 1 à 200 caractères ASCII imprimables',

  // Problems, as pages and as problem details
  'problem.unreadable.title': 'La demande ne peut pas être lue',
  'problem.unreadable.detail':
    'Son contenu ne correspond pas à ce qu’indique l’en-tête Content-Type ou ne comporte pas de champs : le JSON doit être un objet. Vérifiez-la et envoyez-la de nouveau.',
  'problem.not-found.title': 'Page introuvable',
  'problem.not-found.detail':
    'Il n’y a rien à cette adresse. Si vous avez suivi un lien figurant dans un courriel, vérifiez qu’il est complet.',
  'problem.method-not-allowed.title': 'Opération impossible sous cette forme',
  'problem.method-not-allowed.detail': 'Cette adresse n’accepte pas cette méthode.',
  'problem.already-registered.title': 'Une inscription existe déjà pour cette adresse',
  'problem.already-registered.detail':
    'Rien n’a été modifié. Cherchez notre message dans la boîte de réception de cette adresse, ainsi que parmi les courriers indésirables : il contient le lien personnel vers l’inscription. Si le dernier message date de plus d’une heure, nous venons de vous le renvoyer.',
  'problem.person-registered.title': 'Une inscription existe déjà pour cette adresse',
  'problem.person-registered.detail':
    'Rien n’a été modifié. Une personne est déjà inscrite à cette réunion avec cette adresse. Si elle fait partie de votre délégation, elle figure sur la page de celle-ci ; sinon, utilisez une autre adresse ou écrivez à {contact}.',
  'problem.seats-full.title': 'Il ne reste aucune place',
  'problem.seats-full.detail':
    'Rien n’a été enregistré. Des places se libèrent en cas d’annulation : réessayez plus tard ou écrivez à {contact}.',
  'problem.already-withdrawn.title': 'Cette inscription est déjà annulée',
  'problem.already-withdrawn.detail': 'Rien n’a été modifié.',
  'problem.not-possible.title': 'Cette opération n’est plus possible',
  'problem.not-possible.detail':
    'Rien n’a été modifié. L’état de l’inscription a changé entre-temps : consultez sa page pour savoir où elle en est.',
  'problem.head-seated.title': 'Cette personne n’a pas encore de place',
  'problem.head-seated.detail':
    'Rien n’a été modifié. La délégation a un chef qui dispose d’une place ; une autre personne ne peut prendre la relève qu’après avoir obtenu une place.',
  'problem.changed-meanwhile.title': 'Votre inscription a été modifiée entre-temps',
  'problem.changed-meanwhile.detail':
    'Rien n’a été enregistré. Votre inscription n’est plus telle qu’elle était lorsque vous avez commencé : elle a été modifiée dans une autre fenêtre, ou par un point focal ou un organisateur. Consultez votre page personnelle, vérifiez les réponses ci-dessous et enregistrez-les de nouveau si elles vous conviennent toujours.',
  'problem.offer-expired.title': 'La proposition a expiré',
  'problem.offer-expired.detail':
    'La place vous était réservée jusqu’à l’heure indiquée dans notre message ; elle est désormais proposée à la personne suivante sur la liste d’attente. Vous pouvez vous inscrire de nouveau tant que les inscriptions sont ouvertes.',
  'problem.registration-erased.title': 'Les données de cette inscription sont effacées',
  'problem.registration-erased.detail':
    'Rien n’a été enregistré. Cette demande avait déjà été envoyée, et les données de l’inscription qui en résultait ont été effacées depuis. Pour vous inscrire de nouveau, renvoyez-la avec une autre valeur de l’en-tête Idempotency-Key.',
  'problem.registration-not-open.title': 'Les inscriptions ne sont pas encore ouvertes',
  'problem.registration-not-open.detail':
    'Les inscriptions à cette réunion ouvrent le {opensOn} et se terminent le {closesOn}.',
  'problem.registration-closed.title': 'Les inscriptions sont closes',
  'problem.registration-closed.detail':
    'Les inscriptions à cette réunion étaient ouvertes du {opensOn} au {closesOn}. Écrivez à {contact} si vous devez encore participer à la réunion.',
  'problem.meeting-over.title': 'La réunion est terminée',
  'problem.meeting-over.detail':
    'Une inscription ne peut plus être modifiée après le dernier jour de la réunion.',
  'problem.meeting-cancelled.title': 'Cette réunion est annulée',
  'problem.meeting-cancelled.detail':
    'Aucune modification n’a été effectuée. Les organisateurs ont annulé la réunion : il n’est plus possible de s’y inscrire, et une inscription ne peut plus qu’être annulée.',
  'problem.too-large.title': 'La demande est trop volumineuse',
  'problem.too-large.detail':
    'La taille d’une inscription ne peut pas dépasser {max, number} octets.',
  'problem.unsupported-type.title': 'Ce type de contenu n’est pas pris en charge',
  'problem.unsupported-type.detail':
    'Envoyez un contenu de type application/json, application/x-www-form-urlencoded ou multipart/form-data.',
  'problem.invalid.title': 'Certaines réponses sont à revoir',
  'problem.invalid.detail':
    '{count, plural, one {Une réponse est manquante ou inutilisable} many {# de réponses sont manquantes ou inutilisables} other {# réponses sont manquantes ou inutilisables}}. Rien n’a été enregistré.',
  'problem.category-not-admitted.title': 'Cette réunion n’est pas ouverte à cette catégorie',
  'problem.category-not-admitted.detail':
    '{reason} Vous participeriez dans la catégorie suivante : {category}. Cette réunion n’est pas ouverte à cette catégorie. Écrivez à {contact} si vous pensez qu’elle devrait l’être.',
  'problem.idempotency-key-reused.title':
    'La clé Idempotency-Key a déjà servi pour une autre demande',
  'problem.idempotency-key-reused.detail':
    'Utilisez une nouvelle clé pour une nouvelle inscription. Rien n’a été enregistré.',
  'problem.address-suppressed.title': 'Nous n’écrivons plus à cette adresse',
  'problem.address-suppressed.detail':
    'Rien n’a été envoyé : un message adressé à cette adresse nous a été retourné ou a été signalé comme indésirable. Corrigez l’adresse ou écrivez à {contact}.',
  'problem.too-soon.title': 'Un message a été envoyé il y a moins d’une heure',
  'problem.too-soon.detail':
    'Il peut mettre quelques minutes à arriver ; cherchez-le aussi parmi les courriers indésirables. Vous pourrez le demander de nouveau dans {minutes, plural, one {# minute} many {# de minutes} other {# minutes}}.',
  'problem.registered-too-often.title':
    'Trop d’inscriptions et d’annulations aujourd’hui pour cette adresse',
  'problem.registered-too-often.detail':
    'Rien n’a été enregistré. Une nouvelle inscription sera possible avec cette adresse dans {hours, plural, one {# heure} many {# d’heures} other {# heures}}. Si vous ne pouvez pas attendre, écrivez à {contact}.',
  'problem.too-many-requests.title': 'Trop de demandes',
  'problem.too-many-requests.detail':
    'Le nombre de demandes provenant de votre réseau, ou concernant cette adresse électronique, dépasse le nombre habituel. Aucune suite n’a été donnée à la vôtre. Réessayez dans {minutes, plural, one {# minute} many {# de minutes} other {# minutes}}.',
  'problem.bot-check-required.title': 'Encore une étape',
  'problem.bot-check-required.detail':
    'Pour cette réunion, nous vérifions que les inscriptions ne sont pas envoyées en grand nombre par des machines. Rien n’a encore été enregistré, mais votre saisie est conservée. Dans {seconds, plural, one {# seconde} many {# de secondes} other {# secondes}} au moins, envoyez de nouveau votre inscription ; aucune autre démarche n’est nécessaire.',
  'problem.internal.title': 'Une erreur s’est produite de notre côté',
  'problem.internal.detail':
    'Rien n’a été enregistré. Réessayez ; si l’erreur se reproduit, écrivez aux organisateurs.',
  'problem.busy.title': 'Trop de personnes s’inscrivent en ce moment',
  'problem.busy.detail': 'Rien n’a été enregistré. Réessayez dans quelques secondes.',

  // The private page of a registration
  'registration.confirmed': 'Votre inscription est confirmée',
  'registration.pending': 'Nous avons reçu votre inscription',
  'registration.waitlisted': 'Vous êtes sur la liste d’attente',
  'registration.offered': 'Une place vous est proposée',
  'registration.declined': 'Votre inscription n’a pas été acceptée',
  'registration.withdrawn': 'Votre inscription est annulée',
  'registration.confirmed.lead':
    'Nous avons écrit à {email}. Ne communiquez à personne le lien vers cette page : quiconque en dispose peut modifier et annuler l’inscription.',
  'registration.pending.lead':
    'Elle n’est pas encore confirmée : elle doit d’abord être validée par le point focal de votre délégation ou par les organisateurs. Nous écrirons à {email} dès que ce sera fait.',
  'registration.waitlisted.lead':
    'Toutes les places sont prises. Dès qu’une place se libère, elle est proposée à la personne qui attend depuis le plus longtemps ; lorsque votre tour viendra, nous écrirons à {email}. N’entreprenez pas votre voyage avant que votre inscription soit confirmée.',
  'registration.offered.lead':
    'Elle vous est réservée jusqu’au {until}. Acceptez-la avant cette échéance, faute de quoi elle sera proposée à la personne suivante sur la liste d’attente.',
  'registration.offer-over.lead':
    'Elle vous était réservée jusqu’au {until} et revient désormais à la personne suivante sur la liste d’attente.',
  'registration.declined.lead': 'Si vous pensez qu’il s’agit d’une erreur, écrivez à {contact}.',
  'registration.declined.because':
    'Motif indiqué : « {reason} ». Si vous pensez qu’il s’agit d’une erreur, écrivez à {contact}.',
  'registration.offer-expired.lead':
    'La place qui vous était proposée n’a pas été acceptée dans les délais et revient désormais à la personne suivante sur la liste d’attente. Vous pouvez vous inscrire de nouveau tant que les inscriptions sont ouvertes.',
  'registration.replaced.lead':
    'Le point focal de votre délégation a désigné une autre personne pour vous remplacer et lui a attribué votre place. Si vous pensez qu’il s’agit d’une erreur, écrivez à {contact}.',
  'registration.withdrawn.lead':
    'Vous pouvez vous inscrire de nouveau tant que les inscriptions sont ouvertes.',
  'registration.category': 'Catégorie',
  'registration.delegation': 'Délégation',
  'registration.name': 'Nom',
  'registration.registered-at': 'Date d’inscription',
  'registration.calendar': 'Ajouter à mon agenda',
  'registration.resend': 'Me renvoyer le message',
  'registration.resent': 'Nous avons renvoyé le message à {email}.',
  'registration.accept': 'Accepter la place',
  'registration.refuse': 'Je n’ai pas besoin de cette place',
  'registration.withdraw': 'Annuler mon inscription',
  'registration.withdraw.title': 'Annuler cette inscription ?',
  'registration.withdraw.lead':
    'Votre place sera attribuée à une autre personne et ne pourra pas vous être réservée. Vous recevrez un message confirmant l’annulation.',
  'registration.withdraw.lead.no-seat':
    'Votre inscription prendra fin. Vous recevrez un message confirmant l’annulation.',
  'registration.withdraw.keep': 'Conserver mon inscription',
  'registration.yes': 'Oui',
  'registration.still.confirmed': 'Votre inscription reste confirmée.',
  'registration.still.pending': 'Votre inscription est toujours en attente de validation.',
  'registration.still.waitlisted': 'Vous êtes toujours sur la liste d’attente.',
  'registration.still.offered':
    'La place qui vous est proposée vous reste réservée jusqu’au {until}.',
  'registration.saved': 'Vos modifications sont enregistrées.',
  'registration.edit': 'Modifier mon inscription',
  'registration.undelivered': 'Nos messages ne vous parviennent pas',
  'registration.undelivered.returned':
    'Un message adressé à {email} nous a été retourné le {day} ; nous n’écrivons donc plus à cette adresse. Veuillez la vérifier et la corriger ; si elle est exacte, écrivez à {contact}.',
  'registration.undelivered.refused':
    'Le {day}, la messagerie de {email} n’a pas accepté notre message : elle est peut-être pleine ou momentanément hors service. Veuillez y libérer de l’espace et demander de nouveau le message, ou indiquer une autre adresse.',
  'registration.undelivered.complained':
    'Le {day}, un message que nous avions adressé à {email} a été signalé comme indésirable ; nous n’écrivons donc plus à cette adresse. Veuillez en indiquer une autre ; s’il s’agit d’une erreur, écrivez à {contact}.',
  'registration.undelivered.rejected':
    'Notre message du {day} à {email} n’a pas pu être envoyé. Veuillez le demander de nouveau.',
  'registration.undelivered.action': 'Corriger l’adresse',
  'registration.undelivered.closed':
    'L’adresse ne peut plus être modifiée sur cette page : veuillez écrire à {contact}.',
  'registration.complete': 'Veuillez compléter vos renseignements',
  'registration.complete.lead':
    'Votre inscription a été effectuée pour vous. Il y manque certains renseignements, et l’utilisation qui est faite de vos données ne vous a pas encore été expliquée. Comptez environ trois minutes.',
  'registration.complete.action': 'Compléter mes renseignements',
  'registration.preferences': 'Enregistrer',
  'registration.data': 'Télécharger mes données',
  'registration.erase': 'Effacer mes données',

  // Reminders, and the page that ends them
  'registration.practical': 'Informations pratiques',
  'reminders.title': 'Rappels',
  'reminders.on': 'Nous vous adressons un rappel par courriel avant l’ouverture de la réunion.',
  'reminders.off':
    'Vous ne recevez pas de rappels. Les messages relatifs à l’inscription elle-même vous parviennent toujours.',
  'reminders.stop': 'Ne plus recevoir de rappels',
  'reminders.resume': 'Recevoir de nouveau des rappels',
  'delegation.reminders.on':
    'Nous vous adressons un rappel par courriel avant la clôture des inscriptions, tant que personne n’est inscrit pour la délégation.',
  'delegation.reminders.off':
    'Vous ne recevez pas de rappels. Les messages qui appellent une réponse de votre part vous parviennent toujours.',
  'unsubscribe.title': 'Ne plus recevoir de rappels ?',
  'unsubscribe.lead':
    'Vous ne recevrez plus de rappels concernant cette réunion. Les messages relatifs à l’inscription elle-même, tels que les confirmations et les offres de place, vous parviendront toujours.',
  'unsubscribe.do': 'Ne plus recevoir de rappels',
  'unsubscribed.title': 'Vous ne recevrez plus de rappels',
  'unsubscribed.lead':
    'Aucun autre rappel concernant cette réunion ne vous sera adressé. Si vous changez d’avis, vous pouvez les rétablir sur la page personnelle à laquelle conduisent nos autres messages.',

  // Changing a registration
  'edit.title': 'Modifier votre inscription',
  'edit.save': 'Enregistrer',
  'edit.cancel': 'Ne rien modifier',
  'edit.taking-part-as': 'Vous participez dans la catégorie suivante :',
  'edit.would-take-part-as':
    'Si vous enregistrez ces modifications, vous participerez dans la catégorie suivante :',
  'edit.email-hint':
    'Les messages relatifs à votre inscription sont envoyés à cette adresse. Si vous la modifiez, nous en informerons l’ancienne adresse.',
  'edit.fixed':
    'Les inscriptions étant closes, ces renseignements et votre adresse électronique ne peuvent plus être modifiés ici. Écrivez à {contact} s’ils doivent l’être.',
  'edit.renaming':
    'Votre inscription a été validée sous ce nom. Une légère correction orthographique ne remet pas en cause cette validation. Si vous enregistrez un autre nom, votre inscription devra être validée de nouveau, par le point focal de la délégation ou par les organisateurs. Si vous disposez actuellement d’une place, elle sera attribuée à une autre personne.',
  'edit.leaving.validated':
    'Si vous enregistrez ces modifications, votre inscription devra être validée de nouveau, par le point focal de la nouvelle délégation ou par les organisateurs. Si vous disposez actuellement d’une place, elle sera attribuée à une autre personne.',
  'edit.leaving.seat':
    'Si vous enregistrez ces modifications, vous renoncez à votre place pour en prendre une dans la nouvelle délégation ou catégorie. S’il n’y en a pas de libre, rien ne change et vous conservez votre place actuelle.',
  'edit.leaving.pending':
    'Si vous enregistrez ces modifications, votre inscription n’aura plus à être validée : vous obtiendrez immédiatement une place dans la nouvelle délégation ou catégorie s’il y en a une de libre.',
  'edit.leaving.waitlisted':
    'Si vous enregistrez ces modifications, vous passerez à la fin de la liste d’attente.',

  // Erasing a registration
  'erase.title': 'Effacer vos données ?',
  'erase.lead': 'Cette opération est irréversible. Vous ne recevrez aucun message à ce sujet.',
  'erase.live':
    'Vous ne participerez plus à la réunion et votre place sera attribuée à une autre personne.',
  'erase.live.no-seat': 'Vous ne participerez plus à la réunion.',
  'erase.goes': 'Ce qui est supprimé',
  'erase.goes.person':
    'Vos nom et titre, adresse électronique, numéro de téléphone, fonction, institution et organisation, les besoins que vous avez indiqués et toutes vos autres réponses',
  'erase.goes.messages':
    'Les messages que nous vous avons adressés ; ceux qui ne sont pas encore partis ne seront pas envoyés. Ceux qui se trouvent dans votre propre boîte de réception y resteront.',
  'erase.goes.link': 'Cette page : le lien qui y conduit ne mènera plus nulle part',
  'erase.stays': 'Ce qui est conservé, sans votre nom',
  'erase.stays.count':
    'La référence, la catégorie, l’État si vous en représentez un, la suite donnée à l’inscription et les dates : à des fins statistiques',
  'erase.stays.log':
    'Un relevé des opérations effectuées et de leur date, qui ne nomme personne : pour répondre à d’éventuelles questions sur l’inscription',
  'erase.stays.delivery':
    'Le fait que nos messages vous sont parvenus ou non, sous un code qui remplace votre adresse électronique : pendant {days, plural, one {# jour} many {# de jours} other {# jours}}, ou aussi longtemps que rien ne peut être envoyé à cette adresse',
  'erase.stays.lists':
    'Les listes de participants déjà envoyées aux organisateurs : écrivez à {contact} pour en faire retirer votre nom',
  'erase.do': 'Effacer mes données',
  'erase.keep': 'Conserver mes données',
  'erased.title': 'Vos données sont effacées',
  'erased.lead':
    'L’inscription {reference} ne contient plus rien qui vous nomme, et le lien qui y conduisait ne mène plus nulle part. Si vous souhaitez finalement participer à la réunion, vous pouvez vous inscrire de nouveau tant que les inscriptions sont ouvertes.',

  // The page of a focal point
  'delegation.title': 'Délégation : {name}',
  'delegation.lead': 'Personne n’attend votre réponse.',
  'delegation.lead.pending':
    '{count, plural, one {# personne attend} many {# de personnes attendent} other {# personnes attendent}} votre réponse. Aucune inscription n’est confirmée avant que vous ne l’ayez donnée.',
  'delegation.heads':
    'Plusieurs personnes sont inscrites comme chef de délégation : {names}. Une délégation n’en compte qu’un : indiquez de qui il s’agit, sous « Rôle et ordre ».',
  'delegation.seats': 'Places',
  'delegation.seats.taken':
    '{taken, plural, =0 {Aucune place prise} one {# place prise} many {# de places prises} other {# places prises}}',
  'delegation.seats.of': 'Places prises : {taken, number} sur {ceiling, number}',
  'delegation.seats.left':
    '{left, plural, =0 {Aucune place disponible} one {# place disponible} many {# de places disponibles} other {# places disponibles}}',
  'delegation.seats.no-limit': 'Sans limite',
  'delegation.seats.meeting-full': 'Toutes les places de la réunion sont prises.',
  'delegation.seats.held':
    'Les places libres sont proposées en priorité aux personnes inscrites sur la liste d’attente.',
  'delegation.focal-point': 'Point focal',
  'delegation.note': 'Note de désignation',
  'delegation.note.none': 'Aucune pour l’instant.',
  'delegation.note.of': '{reference}, {date}.',
  'delegation.note.add': 'Ajouter la note',
  'delegation.note.change': 'Modifier la note',
  'delegation.file': 'Fichier de la note',
  'delegation.file.none': 'Aucun pour l’instant.',
  'delegation.file.kept': 'PDF, {size} Mo.',
  'delegation.file.save': 'Télécharger le fichier',
  'delegation.file.send': 'Envoyer le fichier',
  'delegation.file.replace': 'Remplacer le fichier',
  'delegation.closes':
    'Désignations possibles jusqu’au {closesOn}. Ensuite, il restera possible de remplacer une personne.',
  'delegation.pending': 'En attente de votre réponse',
  'delegation.coming': 'Membres de la délégation',
  'delegation.waiting': 'En attente d’une place',
  'delegation.waiting.hint':
    'La prochaine place qui se libère est proposée à la personne qui attend depuis le plus longtemps.',
  'delegation.ended': 'Ne participent pas',
  'delegation.none': 'Personne ne s’est encore inscrit pour cette délégation.',
  'delegation.moved-on':
    'Rien n’a été modifié : entre-temps, une réponse a été donnée ou une inscription a changé d’état. La situation actuelle est indiquée ci-dessous.',
  'delegation.private':
    'Le lien vers cette page vous est personnel : quiconque en dispose décide de la composition de la délégation. Si une autre personne est susceptible d’en disposer, écrivez à {contact} pour en obtenir un nouveau.',
  'delegation.status.pending': 'Réponse attendue',
  'delegation.status.confirmed': 'Inscription confirmée',
  'delegation.status.offered': 'Place proposée',
  'delegation.status.waitlisted': 'Liste d’attente',
  'delegation.status.declined': 'Inscription refusée',
  'delegation.status.withdrawn': 'Inscription annulée',
  'delegation.nominated-by': 'Désignation par {by}.',
  'delegation.incomplete': 'N’a pas encore complété ses renseignements.',
  'delegation.undelivered': 'Nos messages ne parviennent pas à cette adresse.',
  'delegation.offered-until': 'Peut accepter la place jusqu’au {until}.',
  'delegation.waiting-since': 'Depuis le {day}.',
  'delegation.declined-because': 'Motif indiqué : {reason}',
  'delegation.withdrawn.asked': 'A annulé son inscription.',
  'delegation.withdrawn.offer-expired': 'N’a pas accepté la place dans les délais.',
  'delegation.withdrawn.replaced': 'A fait l’objet d’un remplacement.',
  'delegation.approve': 'Approuver',
  'delegation.decline': 'Refuser',
  'delegation.role': 'Rôle et ordre',
  'delegation.role-order': '{role}, n° {order}',
  'delegation.replace': 'Remplacer',
  'delegation.nominate': 'Désigner une personne',
  'delegation.back': 'Retour',
  'delegation.decline.title': 'Refus de l’inscription : {person}',
  'delegation.decline.lead':
    'Le motif est communiqué à la personne tel que vous le rédigez. Elle peut s’inscrire de nouveau.',
  'delegation.decline.submit': 'Refuser',
  'delegation.reason-hint':
    '500 caractères au maximum, par exemple : Notre délégation ne compte que deux personnes.',
  'delegation.role.title': 'Rôle et ordre : {person}',
  'delegation.role.lead':
    'La liste des participants en tient compte : chef de délégation d’abord, puis les autres membres selon leur rôle et, pour un même rôle, dans l’ordre que vous indiquez.',
  'delegation.role.submit': 'Enregistrer',
  'delegation.role-label': 'Rôle au sein de la délégation',
  'delegation.head-hint':
    '{head} est chef de délégation. Si vous confiez ce rôle à une autre personne, {head} aura le rôle suivant : {role}.',
  'delegation.head-needs-seat':
    'Seule une personne disposant d’une place peut prendre la relève comme chef de délégation.',
  'delegation.order-hint':
    '1 correspond au premier rang. Sans numéro : après les personnes qui en ont un, par ordre alphabétique.',
  'delegation.nominate.title': 'Désigner une personne',
  'delegation.nominate.lead':
    'La désignation vaut validation : l’inscription est confirmée immédiatement si une place est libre ; sinon, la personne est placée sur la liste d’attente. Elle reçoit un lien personnel pour compléter elle-même ses renseignements.',
  'delegation.nominate.submit': 'Désigner',
  'delegation.replace.title': 'Remplacer {person}',
  'delegation.replace.lead':
    'La place passe d’une personne à l’autre sans jamais être libre dans l’intervalle. Toutes deux en sont informées par courriel.',
  'delegation.replace.submit': 'Remplacer',
  'delegation.email-hint': 'Une adresse qui lui est propre : le lien personnel y sera envoyé.',
  'delegation.language': 'Langue des messages qui lui sont adressés',
  'delegation.note.title': 'Note de désignation',
  'delegation.note.lead':
    'La lettre par laquelle vos autorités désignent la délégation, avec les indications permettant aux organisateurs de la retrouver.',
  'delegation.note.submit': 'Enregistrer',
  'delegation.note-hint': 'Telle qu’elle figure sur la note, par exemple NV/2026/117.',
  'delegation.file.title': 'Envoyer la note de désignation',
  'delegation.file.lead':
    'Seuls les organisateurs voient ce fichier. Il est supprimé après la réunion, en même temps que les adresses des participants.',
  'delegation.file.hint':
    'Un fichier PDF de 5 Mo au maximum. Veuillez l’envoyer dans un délai de 15 minutes.',
  'delegation.file.too-large':
    'Ce fichier dépasse 5 Mo. Choisissez-en un plus petit, par exemple numérisé en noir et blanc.',
  'delegation.file.submit': 'Envoyer',
  'delegation.file.arrived':
    'Le fichier est bien parvenu. Souhaitez-vous le conserver comme note de désignation de votre délégation ?',
  'delegation.file.keep': 'Conserver le fichier',
  'delegation.done.approve.confirmed':
    '{person} : inscription confirmée. La personne en a été informée.',
  'delegation.done.approve.waitlisted':
    '{person} : inscription approuvée, en attente d’une place, aucune n’étant libre pour le moment. La personne en a été informée.',
  'delegation.done.decline.declined':
    '{person} : inscription refusée. Le motif lui a été communiqué.',
  'delegation.done.role.set': 'Modification enregistrée. {person} : {role}.',
  'delegation.done.former-head': '{former} n’est plus chef de délégation. Nouveau rôle : {role}.',
  'delegation.done.head-stays':
    '{head} reste chef de délégation, car {person} n’a pas encore de place. Rôle actuel de {person} : {role}. Vous pourrez lui confier la fonction de chef de délégation dès l’obtention d’une place.',
  'delegation.done.nominate.confirmed':
    '{person} : désignation enregistrée, place attribuée. Nous avons écrit à {email}.',
  'delegation.done.nominate.waitlisted':
    '{person} : désignation enregistrée, en attente d’une place, aucune n’étant libre pour le moment. Nous avons écrit à {email}.',
  'delegation.done.replace.confirmed':
    '{person} remplace {former}. Les deux personnes en ont été informées.',
  'delegation.done.note': 'La note de désignation est enregistrée.',
  'delegation.done.file': 'Le fichier de la note de désignation a été conservé.',

  // Messages: what they share, then one section for each kind
  'mail.preheader.confirmation': 'Référence {reference}. {dates}, {place}.',
  'mail.preheader.withdrawal': 'Aucune autre démarche n’est nécessaire. Référence {reference}.',
  'mail.preheader.participant-list':
    '{people, plural, =0 {Personne ne s’est encore inscrit} one {# personne} many {# de personnes} other {# personnes}}. La liste est jointe.',
  'mail.dear': 'À l’attention de : {name}',
  'mail.when': 'Dates',
  'mail.where': 'Lieu',
  'mail.link': 'Lien pour participer en ligne',
  'mail.reference': 'Référence',
  'mail.category': 'Catégorie',
  'mail.delegation': 'Délégation',
  'mail.questions': 'Questions : {contact}. Une réponse à ce message parvient à la même adresse.',
  'mail.why.participant':
    'Vous recevez ce message parce que cette adresse a été indiquée lors d’une inscription à la réunion. Si vous n’êtes pas à l’origine de cette inscription, écrivez à {contact}.',
  'mail.unsubscribe': 'Ne plus recevoir de rappels concernant cette réunion',
  'mail.sent-by': 'Envoyé par Plenary, service d’inscription aux réunions intergouvernementales.',
  'mail.confirmation.subject': 'Inscription confirmée : {title} ({reference})',
  'mail.confirmation.eyebrow': 'Inscription confirmée',
  'mail.confirmation.lead': 'Votre inscription à cette réunion est confirmée.',
  'mail.confirmation.manage': 'Gérer mon inscription',
  'mail.confirmation.private':
    'Ce lien vous est strictement personnel : quiconque en dispose peut consulter, modifier et annuler votre inscription. Veuillez ne pas transférer ce message.',
  'mail.confirmation.calendar':
    'La réunion est jointe sous forme d’événement que vous pouvez ajouter à l’agenda de votre choix.',
  'mail.calendar.description':
    'Votre inscription à la réunion « {title} » est confirmée.\nRéférence : {reference}\nGérer mon inscription (lien personnel) : {manageUrl}',
  'mail.calendar.updated': 'L’événement d’agenda joint remplace celui que nous vous avions envoyé.',
  'mail.preheader.acknowledgement':
    'Votre inscription n’est pas encore confirmée. Référence {reference}.',
  'mail.acknowledgement.subject': 'Inscription reçue : {title} ({reference})',
  'mail.acknowledgement.eyebrow': 'Inscription reçue, en attente de validation',
  'mail.acknowledgement.lead':
    'Nous avons reçu votre inscription à cette réunion. Elle n’est pas encore confirmée : elle doit d’abord être validée par le point focal de votre délégation ou par les organisateurs. Nous vous écrirons de nouveau dès que ce sera fait.',
  'mail.acknowledgement.again':
    'Votre inscription a été modifiée et doit être validée de nouveau par le point focal de votre délégation ou par les organisateurs. D’ici là, elle n’est pas confirmée et aucune place ne vous est réservée. Nous vous écrirons de nouveau dès que ce sera fait.',
  'mail.preheader.waiting-list': 'Toutes les places sont prises. Référence {reference}.',
  'mail.waiting-list.subject': 'Liste d’attente : {title} ({reference})',
  'mail.waiting-list.eyebrow': 'Liste d’attente',
  'mail.waiting-list.lead':
    'Toutes les places de cette réunion auxquelles vous pouvez prétendre sont prises ; vous êtes sur la liste d’attente. La prochaine place qui se libère est proposée à la personne qui attend depuis le plus longtemps. Nous vous écrirons lorsque vous pourrez en accepter une.',
  'mail.waiting-list.travel':
    'Veuillez ne pas entreprendre votre voyage avant que votre inscription soit confirmée.',
  'mail.preheader.offer': 'À accepter d’ici au {until}. Référence {reference}.',
  'mail.offer.subject': 'Place proposée jusqu’au {until} : {title} ({reference})',
  'mail.offer.eyebrow': 'Une place vous est proposée',
  'mail.offer.lead':
    'Une place s’est libérée ; elle vous sera attribuée si vous l’acceptez d’ici au {until}. Passé cette échéance, elle sera proposée à la personne suivante sur la liste d’attente.',
  'mail.offer.manage': 'Accepter ou décliner la place',
  'mail.offer.until': 'Place réservée jusqu’au',
  'mail.preheader.offer-expiring':
    'Vous n’avez pas encore accepté la place. Référence {reference}.',
  'mail.offer-expiring.subject': 'Réponse attendue d’ici au {until} : {title} ({reference})',
  'mail.offer-expiring.eyebrow': 'Une place attend votre réponse',
  'mail.offer-expiring.lead':
    'Une place vous est proposée et nous n’avons pas encore reçu votre réponse. Elle vous est réservée jusqu’au {until} ; passé cette échéance, elle sera proposée à la personne suivante sur la liste d’attente. Vous ne recevrez pas d’autre rappel.',
  'mail.preheader.offer-expired':
    'La place n’a pas été acceptée dans les délais. Référence {reference}.',
  'mail.offer-expired.subject': 'Proposition de place expirée : {title} ({reference})',
  'mail.offer-expired.eyebrow': 'Proposition expirée',
  'mail.offer-expired.lead':
    'La place qui vous était proposée n’a pas été acceptée dans les délais et revient désormais à la personne suivante sur la liste d’attente. Votre inscription a donc pris fin.',
  'mail.preheader.declined': 'Référence {reference}.',
  'mail.declined.subject': 'Inscription non acceptée : {title} ({reference})',
  'mail.declined.eyebrow': 'Inscription non acceptée',
  'mail.declined.lead': 'Votre inscription à cette réunion n’a pas été acceptée.',
  'mail.declined.reason': 'Motif indiqué',
  'mail.declined.mistake': 'Si vous pensez qu’il s’agit d’une erreur, écrivez à {contact}.',
  'mail.withdrawal.subject': 'Inscription annulée : {title} ({reference})',
  'mail.withdrawal.eyebrow': 'Inscription annulée',
  'mail.withdrawal.lead':
    'L’inscription ci-dessous est annulée. Aucune autre démarche n’est nécessaire.',
  'mail.withdrawal.again':
    'Si vos projets changent, vous pouvez vous inscrire de nouveau tant que les inscriptions sont ouvertes et que des places sont disponibles. Il s’agira d’une nouvelle inscription, avec une nouvelle référence.',
  'mail.withdrawal.calendar':
    'Une annulation pour votre agenda est jointe. Si la réunion y figure encore, veuillez l’en retirer.',
  'mail.withdrawal.not-you':
    'Si vous n’avez pas annulé cette inscription vous-même, écrivez sans tarder à {contact}.',
  'mail.withdrawal.manage': 'Consulter mon inscription',
  'mail.name': 'Nom',
  'mail.preheader.details-changed':
    'Veuillez vérifier que tout est conforme à vos souhaits. Référence {reference}.',
  'mail.details-changed.subject': 'Inscription modifiée : {title} ({reference})',
  'mail.details-changed.eyebrow': 'Inscription modifiée',
  'mail.details-changed.lead':
    'Votre inscription à cette réunion a été modifiée. Veuillez vérifier qu’elle est maintenant conforme à vos souhaits.',
  'mail.details-changed.what': 'Éléments modifiés',
  'mail.details-changed.name': 'votre nom',
  'mail.details-changed.representation': 'l’entité que vous représentez',
  'mail.details-changed.role': 'votre rôle au sein de la délégation',
  'mail.details-changed.email': 'votre adresse électronique',
  'mail.details-changed.not-you':
    'Si vous n’avez pas modifié cette inscription vous-même, écrivez sans tarder à {contact}.',
  'mail.preheader.address-changed':
    'Les messages relatifs à cette inscription seront désormais envoyés à une autre adresse. Référence {reference}.',
  'mail.address-changed.subject': 'Adresse électronique modifiée : {title} ({reference})',
  'mail.address-changed.eyebrow': 'Adresse électronique modifiée',
  'mail.address-changed.lead':
    'L’inscription ci-dessous a été modifiée depuis sa page personnelle : les messages qui la concernent seront désormais envoyés à une autre adresse. Ce message est le dernier que vous recevrez.',
  'mail.address-changed.not-you':
    'Si vous êtes la personne inscrite et que vous n’avez pas modifié l’adresse vous-même, écrivez sans tarder à {contact}.',
  'mail.preheader.nomination': 'Complétez vos renseignements. Référence {reference}.',
  'mail.nomination.subject': 'Désignation : {title} ({reference})',
  'mail.nomination.eyebrow': 'Désignation',
  'mail.nomination.lead':
    '{by}, point focal de votre délégation, a procédé à votre désignation pour cette réunion.',
  'mail.nomination.confirmed': 'Une place vous est attribuée et votre inscription est confirmée.',
  'mail.nomination.waiting':
    'Toutes les places sont prises pour le moment ; vous êtes sur la liste d’attente. Nous vous écrirons lorsque vous pourrez en accepter une. Veuillez ne pas entreprendre votre voyage avant que votre inscription soit confirmée.',
  'mail.nomination.details':
    'Nous ne disposons pour l’instant que de votre nom et de cette adresse. Complétez vos renseignements et indiquez sur quelle liste votre nom peut figurer : d’ici là, il ne figurera sur aucune liste publiée.',
  'mail.nomination.manage': 'Compléter mes renseignements',
  'mail.nomination.not-you':
    'Si vous n’avez pas connaissance de cette réunion ou ne pouvez pas y participer, annulez votre inscription au moyen du même lien ou écrivez à {contact}.',
  'mail.preheader.replaced': 'Une autre personne participera à votre place. Référence {reference}.',
  'mail.replaced.subject': 'Remplacement au sein de la délégation : {title} ({reference})',
  'mail.replaced.eyebrow': 'Fin de l’inscription',
  'mail.replaced.lead':
    'Le point focal de votre délégation a désigné une autre personne pour vous remplacer. Votre inscription a pris fin et votre place lui revient.',
  'mail.preheader.meeting-changed':
    'Ce qui change et ce qui était prévu auparavant. Référence {reference}.',
  'mail.meeting-changed.subject': 'Modalités de la réunion modifiées : {title} ({reference})',
  'mail.meeting-changed.eyebrow': 'Modification de la réunion',
  'mail.meeting-changed.lead':
    'Les organisateurs ont modifié les modalités de cette réunion. Ce qui change :',
  'mail.meeting-changed.before': 'Auparavant : {before}',
  'mail.meeting-changed.no-sittings': 'pas encore communiquées',
  'mail.meeting-changed.no-link': 'néant',
  'mail.meeting-changed.cannot':
    'Si vous ne pouvez plus participer, veuillez annuler votre inscription au moyen de ce lien, afin qu’une autre personne puisse participer.',
  'mail.preheader.meeting-cancelled': 'Elle n’aura pas lieu. Référence {reference}.',
  'mail.meeting-cancelled.subject': 'Réunion annulée : {title} ({reference})',
  'mail.meeting-cancelled.eyebrow': 'Réunion annulée',
  'mail.meeting-cancelled.lead':
    'Les organisateurs ont annulé cette réunion : elle n’aura pas lieu. Vous n’avez aucune démarche à effectuer concernant votre inscription.',
  'mail.meeting-cancelled.travel':
    'Si vous avez réservé un voyage ou un hébergement, veuillez l’annuler.',

  'mail.meeting-reminder.subject': 'Rappel : {title}, {dates} ({reference})',
  'mail.preheader.meeting-reminder': '{dates}, {place}. Référence {reference}.',
  'mail.meeting-reminder.eyebrow': 'Rappel',
  'mail.meeting-reminder.lead':
    'La réunion approche et votre inscription est confirmée. Nous nous réjouissons de vous y accueillir.',
  'mail.meeting-reminder.incomplete':
    'Certains de vos renseignements manquent encore. Veuillez les compléter avant la réunion et indiquer sur quelle liste votre nom peut figurer : d’ici là, il ne figurera sur aucune liste publiée.',
  'mail.meeting-reminder.practical': 'Informations pratiques communiquées par les organisateurs :',
  'mail.meeting-reminder.cannot-come':
    'Si vous ne pouvez pas participer, veuillez annuler votre inscription au moyen du lien ci-dessus, afin que votre place puisse être attribuée à une autre personne.',
  'mail.preheader.thank-you': 'Nous vous remercions de votre participation. Référence {reference}.',
  'mail.thank-you.subject': 'Remerciements : {title} ({reference})',
  'mail.thank-you.eyebrow': 'Remerciements',
  'mail.thank-you.lead': 'La réunion est terminée. Nous vous remercions d’y avoir participé.',
  'mail.thank-you.data':
    'Le lien ci-dessous vous permet de télécharger les données que nous conservons à votre sujet ou de les faire effacer.',
  'mail.thank-you.private':
    'Ce lien vous est strictement personnel : quiconque en dispose peut consulter, télécharger et effacer vos données. Veuillez ne pas transférer ce message.',

  // Messages to focal points, and to organisers in place of one
  'mail.preheader.delegation-invitation':
    '{name} : consultez et arrêtez la composition de la délégation.',
  'mail.delegation-invitation.subject': 'Délégation ({name}) : {title}',
  'mail.delegation-invitation.eyebrow': 'Invitation au point focal',
  'mail.delegation-invitation.lead':
    'Vous êtes, pour cette réunion, le point focal de la délégation suivante : {name}. Sur la page de votre délégation, vous pouvez voir qui s’est inscrit, répondre aux demandes d’inscription, désigner des personnes, indiquer qui est chef de délégation et procéder à des remplacements. Vous n’avez pas besoin de compte.',
  'mail.delegation-invitation.renewed':
    'Ce lien est nouveau. Les liens envoyés auparavant ne fonctionnent plus.',
  'mail.delegation-invitation.open': 'Ouvrir la page de ma délégation',
  'mail.delegation-invitation.private':
    'Ce lien vous est personnel : quiconque en dispose décide de la composition de votre délégation. Veuillez ne pas transférer ce message.',
  'mail.delegation-invitation.why':
    'Vous recevez ce message parce que les organisateurs ont indiqué cette adresse pour la délégation ou pour la réunion. S’il convient de s’adresser à une autre personne, écrivez à {contact}.',
  'mail.preheader.nomination-reminder': 'Clôture des inscriptions : {closes}.',
  'mail.nomination-reminder.subject': 'Aucune inscription à ce jour ({name}) : {title}',
  'mail.nomination-reminder.eyebrow': 'Rappel au point focal',
  'mail.nomination-reminder.lead':
    'À ce jour, personne n’est inscrit ni désigné pour la délégation suivante : {name}. Après la clôture des inscriptions, il ne sera plus possible de le faire.',
  'mail.nomination-reminder.closes': 'Clôture des inscriptions',
  'mail.nomination-reminder.what':
    'Veuillez désigner les participants sur la page de votre délégation ou les inviter à s’inscrire. Si personne ne participe, veuillez en informer {contact}.',
  'mail.preheader.delegation-meeting-changed': 'Ce qui change et ce qui était prévu auparavant.',
  'mail.delegation-meeting-changed.subject': 'Modalités de la réunion modifiées : {title} ({name})',
  'mail.delegation-meeting-changed.people':
    'Les personnes inscrites ou désignées au sein de la délégation ({name}) en sont également informées. Si l’une d’elles ne peut plus participer, vous pouvez procéder à son remplacement sur la page de votre délégation.',
  'mail.preheader.delegation-meeting-cancelled': 'Elle n’aura pas lieu.',
  'mail.delegation-meeting-cancelled.subject': 'Réunion annulée : {title} ({name})',
  'mail.delegation-meeting-cancelled.lead':
    'Les organisateurs ont annulé cette réunion : elle n’aura pas lieu. Les personnes inscrites ou désignées au sein de la délégation ({name}) en sont informées séparément. Vous n’avez aucune démarche à effectuer.',
  'mail.preheader.validation-wanted':
    'Référence {reference}. L’inscription n’est pas confirmée tant que vous n’avez pas répondu.',
  'mail.validation-wanted.subject': 'Réponse attendue : {reference}, {title}',
  'mail.validation-wanted.eyebrow': 'Une inscription attend votre réponse',
  'mail.validation-wanted.focal-point':
    'Une personne s’est inscrite pour votre délégation. Aucune inscription n’est confirmée sans votre accord : approuvez ou refusez celle-ci sur la page de votre délégation.',
  'mail.validation-wanted.organiser':
    'Une personne s’est inscrite pour une délégation qui n’a pas de point focal ici. Aucune inscription n’est confirmée sans votre accord.',
  'mail.validation-wanted.command':
    'Pour répondre : npm run meeting -- approve {reference}, ou npm run meeting -- decline {reference} --reason "…". Pour désigner un point focal : npm run meeting -- invite.',
  'mail.participant-list.subject.daily': 'Participants à ce jour : {title}',
  'mail.participant-list.subject.closing': 'Inscriptions closes, liste des participants : {title}',
  'mail.participant-list.subject.requested': 'Liste des participants : {title}',
  'mail.participant-list.eyebrow': 'Liste des participants',
  'mail.participant-list.lead.daily':
    'Les inscriptions sont ouvertes. Voici la liste quotidienne des participants, établie le {listedAt}.',
  'mail.participant-list.lead.closing':
    'Les inscriptions sont closes. Voici la liste des participants, établie le {listedAt}.',
  'mail.participant-list.lead.requested':
    'Voici la liste des participants que vous avez demandée, établie le {listedAt}.',
  'mail.participant-list.totals':
    '{people, plural, =0 {Personne} one {# personne} many {# de personnes} other {# personnes}}{delegations, plural, =0 {} one {, # délégation} many {, # de délégations} other {, # délégations}}',
  'mail.participant-list.none': 'Personne n’est inscrit à ce jour. La liste jointe est vide.',
  'mail.participant-list.people': 'Personnes',
  'mail.participant-list.delegations': 'Délégations',
  'mail.participant-list.total': 'Total',
  'mail.participant-list.needs':
    '{needs, plural, one {# personne a} many {# de personnes ont} other {# personnes ont}} signalé des besoins alimentaires ou d’accessibilité. Dans l’intérêt des personnes concernées, ces renseignements ne sont pas transmis par courriel.',
  'mail.participant-list.undelivered':
    '{count, plural, one {# personne n’a pas pu être jointe} many {# de personnes n’ont pas pu être jointes} other {# personnes n’ont pas pu être jointes}} par courriel : voir la colonne « Remise des courriels » de la liste.',
  'mail.participant-list.duplicates':
    '{count, plural, one {Une personne semble être inscrite} many {# de personnes semblent être inscrites} other {# personnes semblent être inscrites}} plusieurs fois, sous des adresses différentes. Veuillez examiner les inscriptions suivantes :',
  'mail.participant-list.attached':
    'La liste est jointe : {fileName}. Ce fichier, présenté dans l’ordre d’une liste des participants, s’ouvre dans Excel et dans d’autres tableurs.',
  'mail.participant-list.personal':
    'La pièce jointe contient des données personnelles. Utilisez-la uniquement pour organiser cette réunion, ne la transmettez qu’aux personnes qui en ont besoin à cette fin et supprimez-la dès que vous n’en avez plus l’usage. Ne publiez le nom d’aucune personne qui n’y ait consenti.',
  'mail.participant-list.why':
    'Vous recevez ce message parce que vous figurez parmi les organisateurs de cette réunion.',
} as const;
