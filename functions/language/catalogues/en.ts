/**
 * All texts of Plenary in English. Flat keys, ICU message syntax. Another language is
 * another file with the same keys; the compiler finds a missing key.
 */
export const en = {
  // Why a participant has a category: see domain/eligibility
  'reason.party-in-force': '{state}: Party since {deposited}.',
  'reason.party-before-entry-into-force':
    '{state}: counted as a Party; the instrument was deposited on {deposited}, and the Convention enters into force for this Party on {inForceFrom}.',
  'reason.party-date-unconfirmed':
    '{state}: counted as a Party; the instrument was deposited between {from} and {to}, on a day that is not confirmed.',
  'reason.not-party-yet':
    '{state}: not a Party on {date}; the instrument was deposited on {deposited}.',
  'reason.not-party-yet-date-unconfirmed':
    '{state}: not a Party on {date}; the instrument was deposited between {from} and {to}.',
  'reason.never-party': '{state}: not a Party on {date}.',
  'reason.never-party.as-of':
    '{state}: not a Party on {date}, according to the list of Parties of {asOf}.',
  'reason.associate-member': '{state}: Associate Member of UNESCO, not a Party.',
  'reason.associate-member.as-of':
    '{state}: Associate Member of UNESCO, not a Party, according to the list of Parties of {asOf}.',
  'reason.unknown-state': 'No State has the code {state}.',
  'reason.organisation-kind.igo': 'Represents an intergovernmental organization.',
  'reason.organisation-kind.ngo': 'Represents a non-governmental organization.',
  'reason.organisation-kind.media': 'Represents the media.',
  'reason.organisation-kind.host': 'Represents the host of the meeting.',
  'reason.organisation-kind.secretariat': 'Belongs to the Secretariat.',
  'reason.individual': 'Attends as an invited individual, not for a State or an organization.',

  // Categories: one person, and the heading of a group
  'category.party': 'Party',
  'category.party.heading': 'Parties',
  'category.observer-state': 'Observer State',
  'category.observer-state.heading': 'Observer States',
  'category.associate-member': 'Associate Member of UNESCO',
  'category.associate-member.heading': 'Associate Members of UNESCO',
  'category.igo': 'Intergovernmental organization',
  'category.igo.heading': 'Intergovernmental organizations',
  'category.ngo': 'Non-governmental organization',
  'category.ngo.heading': 'Non-governmental organizations',
  'category.guest': 'Guest',
  'category.guest.heading': 'Guests and resource persons',
  'category.media': 'Media',
  'category.media.heading': 'Media',
  'category.host': 'Host',
  'category.host.heading': 'Hosts and co-organizers',
  'category.secretariat': 'Secretariat',
  'category.secretariat.heading': 'Secretariat',

  // Roles in a delegation
  'role.head': 'Head of delegation',
  'role.alternate': 'Alternate',
  'role.delegate': 'Delegate',
  'role.focal-point': 'Focal point',
  'role.adviser': 'Adviser',
  'role.representative': 'Representative',
  'role.observer': 'Observer',
  'role.resource-person': 'Resource person',
  'role.staff': 'Staff',

  // The list of participants that organisers receive: columns and cells of the file
  'list.column.reference': 'Reference',
  'list.column.category': 'Category',
  'list.column.delegation': 'Delegation',
  'list.column.role': 'Role',
  'list.column.title': 'Title',
  'list.column.given-name': 'Given name',
  'list.column.family-name': 'Family name',
  'list.column.position': 'Position',
  'list.column.institution': 'Institution',
  'list.column.email': 'E-mail',
  'list.column.delivery': 'E-mail delivery',
  'list.column.phone': 'Phone',
  'list.column.language': 'Language',
  'list.column.visa-letter': 'Visa letter',
  'list.column.list-consent': 'May be listed',
  'list.column.registered-at': 'Registered at',
  'list.name-not-published': 'name not published',
  'list.delivery.delivered': 'delivered',
  'list.delivery.returned': 'returned; no longer written to',
  'list.delivery.refused': 'not accepted by the mailbox',
  'list.delivery.complained': 'reported as unwanted mail; no longer written to',
  'list.delivery.rejected': 'not sent',
  'list.yes': 'yes',
  'list.no': 'no',
  'list.consent.public': 'in the published list',
  'list.consent.participants': 'among participants',
  'list.consent.none': 'nowhere',

  // Every page
  'page.skip': 'Skip to main content',
  'page.tagline': 'Registration for intergovernmental meetings',
  'page.languages': 'Languages',
  'page.footer': 'Registration by Plenary. No account, no tracking, no cookies.',
  'page.error-prefix': 'Error:',
  'page.all-meetings': 'All meetings open for registration',

  // The front page and the page of a meeting
  'home.title': 'Meetings open for registration',
  'home.none': 'No meeting is open for registration at the moment.',
  'meeting.when': 'Dates',
  'meeting.sittings': 'Sittings',
  'meeting.where': 'Place',
  'meeting.registration': 'Registration',
  'meeting.registration.open': 'Open until {closesOn}',
  'meeting.registration.not-yet': 'Opens on {opensOn}',
  'meeting.registration.closed': 'Closed on {closesOn}',
  'meeting.cancelled': 'This meeting is cancelled',
  'meeting.cancelled.lead': 'The organizers have cancelled it. Reason given: {reason}',
  'meeting.convention': 'Convention',
  'meeting.admits': 'Who may register',
  'meeting.admits.validated':
    '{category} (once their focal point or the organizers have validated them)',
  'meeting.admits.invited': '{category} (with the code of an invitation)',
  'meeting.contact': 'Questions',
  'meeting.register': 'Register',

  // The form
  'form.title': 'Register',
  'form.errors': 'Some answers need another look',
  'form.optional': '(optional)',
  'form.choose': 'Choose one',
  'form.continue': 'Continue',
  'form.submit': 'Register',
  'form.closed':
    'Nothing was recorded. What you typed is still here: copy it into a message to {contact} if you still need to take part.',
  'form.validated':
    'Your registration is confirmed once the focal point of your delegation, or the organizers, have validated it.',
  'form.delegation-as': '{name}: {category}',
  'form.change': 'Change',
  'form.no-account': 'No account is needed. Registration takes about three minutes.',
  'form.represented': 'Whom do you represent?',
  'form.represented.state': 'A State or the European Union',
  'form.represented.organisation': 'An organization',
  'form.represented.individual': 'Myself, as an invited guest or resource person',
  'form.attending-as': 'You register as',
  'form.about-you': 'About you',
  'form.contact': 'How we reach you',
  'form.needs': 'What you need',
  'form.code-hint':
    'It is in the letter or the message that invited you, and looks like 7F3K-2Q9X-M4TZ.',
  'form.privacy': 'Your data',
  'form.privacy.version': 'Privacy notice, version {version}',
  'form.name-hint':
    'As it should stand on the list of participants, in any script. Do not use capitals throughout.',
  'form.email-hint': 'The confirmation goes there, with a private link to this registration.',
  'form.phone-hint': 'With the country code, for example +66 2 391 0577.',
  'form.title-hint': 'For example Ms, Mr, Dr or H.E. Ms.',
  'form.position-hint': 'For example Director of Cultural Policy.',
  'form.institution-hint': 'Your ministry, institution or office.',
  'form.needs-hint':
    'Only those who organize the meeting see this. It is never part of a list that is sent by e-mail.',
  'form.visa': 'I need a letter for my visa application',
  'form.consent': 'Where may your name, position and institution be listed?',
  'form.consent.public': 'In the published list of participants',
  'form.consent.participants': 'In the list given to participants only',
  'form.consent.none': 'Nowhere: only the organizers see it',
  'form.accept-privacy': 'I have read the privacy notice and agree that my data is used as it says',
  'form.bot-check.busy': 'One moment, please: your registration is sent in a few seconds.',

  'form.only-if': 'Only if your answer to “{question}” is “{answer}”.',
  'form.questions': 'For this meeting',
  'form.sensitive':
    'Only those who need to act on it read this. It is on no list, and is deleted soon after the meeting.',

  // Ready-made questions: a heading for each set, the questions, what helps to answer them, the options
  'question-set.arrival': 'Your arrival',
  'question-set.departure': 'Your departure',
  'question-set.hotel': 'Your hotel',
  'question-set.dietary': 'What you eat',
  'question-set.accessibility': 'How you take part',
  'question-set.visa-letter': 'Your visa',
  'question-set.passport': 'Your passport',
  'question.arrivalBy': 'How do you come to the meeting?',
  'question.arrivalBy.air': 'By air',
  'question.arrivalBy.rail': 'By rail',
  'question.arrivalBy.road': 'By road',
  'question.arrivalBy.local': 'I live there',
  'question.arrivalDate': 'Day of arrival',
  'question.arrivalTime': 'Time of arrival',
  'question.arrivalTime.help': 'Local time, for example 14:30.',
  'question.arrivalFlight': 'Flight on which you arrive',
  'question.arrivalFlight.help': 'Airline and number, for example TG 584.',
  'question.departureBy': 'How do you leave?',
  'question.departureBy.air': 'By air',
  'question.departureBy.rail': 'By rail',
  'question.departureBy.road': 'By road',
  'question.departureBy.local': 'I live there',
  'question.departureDate': 'Day of departure',
  'question.departureTime': 'Time of departure',
  'question.departureTime.help': 'Local time, for example 14:30.',
  'question.departureFlight': 'Flight on which you leave',
  'question.departureFlight.help': 'Airline and number, for example TG 584.',
  'question.hotelNeeded': 'Shall we book a room for you?',
  'question.hotelCheckIn': 'First night',
  'question.hotelCheckOut': 'Day on which you leave the hotel',
  'question.hotelRoom': 'Kind of room',
  'question.hotelRoom.single': 'For one person',
  'question.hotelRoom.double': 'For two, one bed',
  'question.hotelRoom.twin': 'For two, two beds',
  'question.hotelNote': 'Anything the hotel should know',
  'question.diet': 'What do you eat, or not eat?',
  'question.diet.vegetarian': 'Vegetarian',
  'question.diet.vegan': 'Vegan',
  'question.diet.halal': 'Halal',
  'question.diet.kosher': 'Kosher',
  'question.diet.no-gluten': 'Without gluten',
  'question.diet.no-lactose': 'Without lactose',
  'question.diet.other': 'An allergy, or something else',
  'question.dietDetails': 'What must the kitchen know?',
  'question.access': 'What do you need to take part?',
  'question.access.step-free': 'A way without steps',
  'question.access.wheelchair-space': 'Space for a wheelchair',
  'question.access.hearing-loop': 'A hearing loop',
  'question.access.sign-language': 'Interpretation into a sign language',
  'question.access.large-print': 'Documents in large print',
  'question.access.assistant': 'A seat for an assistant',
  'question.access.other': 'Something else',
  'question.accessDetails': 'What do you need?',
  'question.visaNeeded': 'Do you need a letter for your visa application?',
  'question.visaNationality': 'Nationality in your passport',
  'question.visaConsulate': 'Embassy or consulate where you apply',
  'question.visaConsulate.help': 'Country and city, for example Thailand, Phnom Penh.',
  'question.passportName': 'Name as in your passport',
  'question.passportName.help': 'Letter by letter, as in the two lines at the foot of the page.',
  'question.passportNumber': 'Number of your passport',
  'question.passportCountry': 'Country that issued it',
  'question.passportExpiresOn': 'Day on which it expires',
  'question.birthDate': 'Date of birth',
  'answer.yes': 'Yes',
  'answer.no': 'No',

  // Names of fields
  'field.representation': 'Whom you represent',
  'field.state': 'State',
  'field.organisation': 'Name of the organization',
  'field.organisationKind': 'Kind of organization',
  'field.delegationRole': 'Your part in the delegation',
  'field.title': 'Title',
  'field.givenName': 'Given name',
  'field.familyName': 'Family name',
  'field.position': 'Position',
  'field.institution': 'Institution',
  'field.email': 'E-mail',
  'field.phone': 'Telephone',
  'field.language': 'Language of messages to you',
  'field.dietary': 'Dietary requirements',
  'field.accessibility': 'Accessibility requirements',
  'field.visaLetter': 'Visa letter',
  'field.code': 'Code of your invitation',
  'field.listConsent': 'May be listed',
  'field.privacyNotice': 'Privacy notice',
  'field.reference': 'Reference',
  'field.reason': 'Reason',
  'field.order': 'Place among those with the same role',
  'field.noteReference': 'Reference of the note',
  'field.noteDate': 'Date of the note',
  'field.noteFile': 'PDF file',
  'organisation-kind.igo': 'Intergovernmental organization',
  'organisation-kind.ngo': 'Non-governmental organization',
  'organisation-kind.media': 'Media',
  'organisation-kind.host': 'Host or co-organizer of the meeting',
  'organisation-kind.secretariat': 'Secretariat of the Convention',
  'language.ar': 'العربية',
  'language.zh': '中文',
  'language.en': 'English',
  'language.fr': 'Français',
  'language.ru': 'Русский',
  'language.es': 'Español',

  // Errors of fields: for any field, and for one field
  'error.required': '{label}: this answer is required',
  'error.required.givenName': 'Enter the given name',
  'error.required.familyName': 'Enter the family name',
  'error.required.email': 'Enter the e-mail address',
  'error.required.organisation': 'Enter the name of the organization',
  'error.type': '{label}: this answer is not of the expected kind',
  'error.too-long':
    '{label}: use {max, plural, one {# character} other {# characters}} at the most',
  'error.characters':
    '{label}: remove line breaks and invisible or control characters, for example by typing it again',
  'error.not-a-name':
    '{label}: write it with letters, without symbols such as < > = @, emoji or web addresses',
  'error.link':
    '{label}: leave out web and e-mail addresses, and put a space after every full stop',
  'error.email': 'Enter an e-mail address such as name@ministry.example',
  'error.phone': 'Enter a telephone number such as +66 2 391 0577, with digits only',
  'error.choose': '{label}: choose one of the answers',
  'error.choose.representation': 'Say whom you represent',
  'error.choose.state': 'Choose the State, or the European Union',
  'error.choose.organisationKind': 'Choose the kind of organization',
  'error.choose.delegationRole': 'Choose the part in the delegation',
  'error.choose.language': 'Choose the language of messages',
  'error.choose.listConsent': 'Say where you may be listed',
  'error.required.reason': 'Give a reason: we send it to the person who is declined',
  'error.required.noteReference': 'Enter the reference of the note',
  'error.required.noteDate': 'Enter the date of the note',
  'error.missing.noteFile': 'The file has not arrived: choose it once more',
  'error.not-a-pdf.noteFile': 'This is not a PDF: choose another file',
  'error.order': '{label}: use a number from 1 to 999, or leave it empty',
  'error.day': '{label}: enter a day such as 2026-03-14',
  'error.reference': '{label}: this is not a reference',
  'error.question': '“{label}”',
  'error.date': '{label}: give a day of the calendar, such as 2026-03-04',
  'error.too-early': '{label}: give {max} or a later day',
  'error.too-late': '{label}: give {max} or an earlier day',
  'error.number':
    '{label}: give a number in digits, with a point before decimals, such as 3 or 2.5',
  'error.too-small': '{label}: give {max} or more',
  'error.too-large': '{label}: give {max} or less',
  'error.yes-or-no': '{label}: answer yes or no',
  'error.accept': 'Read the privacy notice and agree to it',
  'error.unknown-field': '“{label}” is not a field of this form: leave it out',
  'error.not-admitted': 'This meeting does not admit whom you represent',
  'error.code-needed':
    'Enter the code of your invitation: this meeting is open to those who have one',
  'error.code-unknown': 'This is not a code of this meeting: copy it from your invitation',
  'error.code-revoked': 'This code has been withdrawn: ask the organizers for another',
  'error.code-expired': 'This code is no longer valid: ask the organizers for another',
  'error.code-used-up': 'This code has been used by everybody it was for',
  'error.code-other-category': 'This code is for people who take part in another capacity',
  'error.code-other-delegation': 'This code is for another delegation',
  'error.idempotency-key': 'The Idempotency-Key must have 1 to 200 printable ASCII characters',

  // Problems, as pages and as problem details
  'problem.unreadable.title': 'The request cannot be read',
  'problem.unreadable.detail':
    'Its body is not what its Content-Type says, or holds no fields: JSON has to be an object. Check it and send it again.',
  'problem.not-found.title': 'Not found',
  'problem.not-found.detail':
    'There is nothing at this address. If you followed a link from an e-mail, check that it is complete.',
  'problem.method-not-allowed.title': 'Not possible in this way',
  'problem.method-not-allowed.detail': 'This address does not take that method.',
  'problem.already-registered.title': 'This address is registered already',
  'problem.already-registered.detail':
    'Nothing was changed. Look for our message in the inbox of that address, also among unwanted mail: it has the private link to the registration. If the last one is more than an hour old, we have just sent it again.',
  'problem.person-registered.title': 'This address is registered already',
  'problem.person-registered.detail':
    'Nothing was changed. Somebody is registered for this meeting with this address. If it is one of your delegation, you find them on its page; otherwise use another address, or write to {contact}.',
  'problem.seats-full.title': 'No seat is left',
  'problem.seats-full.detail':
    'Nothing was recorded. Seats come free when somebody withdraws: try again later, or write to {contact}.',
  'problem.already-withdrawn.title': 'This registration is withdrawn already',
  'problem.already-withdrawn.detail': 'Nothing was changed.',
  'problem.not-possible.title': 'This is not possible any more',
  'problem.not-possible.detail':
    'Nothing was changed. The registration has changed in the meantime: look at its page to see its status.',
  'problem.head-seated.title': 'This person has no seat yet',
  'problem.head-seated.detail':
    'Nothing was changed. The delegation has a head with a seat, and somebody without one can take over only once they have it.',
  'problem.changed-meanwhile.title': 'Your registration was changed meanwhile',
  'problem.changed-meanwhile.detail':
    'Nothing was recorded. It no longer says what it said when you began: in another window, or because a focal point or an organizer has moved it. Look at your private page, check the answers below, and save them again if they are still what you want.',
  'problem.offer-expired.title': 'The offer is over',
  'problem.offer-expired.detail':
    'The seat was kept for you until the time stated in our message, and is now offered to the next person on the waiting list. You may register again while registration is open.',
  'problem.registration-erased.title': 'The data of this registration is erased',
  'problem.registration-erased.detail':
    'Nothing was recorded. This request was made before, and the data of its registration has been erased since. To register again, send it with another Idempotency-Key.',
  'problem.registration-not-open.title': 'Registration is not open yet',
  'problem.registration-not-open.detail':
    'Registration for this meeting opens on {opensOn} and closes on {closesOn}.',
  'problem.registration-closed.title': 'Registration is closed',
  'problem.registration-closed.detail':
    'Registration for this meeting was open from {opensOn} to {closesOn}. Write to {contact} if you still need to take part.',
  'problem.meeting-over.title': 'The meeting is over',
  'problem.meeting-over.detail':
    'A registration cannot be changed after the last day of the meeting.',
  'problem.meeting-cancelled.title': 'This meeting is cancelled',
  'problem.meeting-cancelled.detail':
    'Nothing was changed. The organizers have cancelled the meeting: nobody can register any more, and a registration can only be withdrawn.',
  'problem.too-large.title': 'The request is too large',
  'problem.too-large.detail': 'A registration takes {max, number} bytes at the most.',
  'problem.unsupported-type.title': 'This kind of content is not understood',
  'problem.unsupported-type.detail':
    'Send application/json, application/x-www-form-urlencoded or multipart/form-data.',
  'problem.invalid.title': 'Some answers need another look',
  'problem.invalid.detail':
    '{count, plural, one {One answer is} other {# answers are}} missing or cannot be used. Nothing was recorded.',
  'problem.category-not-admitted.title': 'This meeting does not admit this category',
  'problem.category-not-admitted.detail':
    '{reason} You would take part as: {category}. This meeting does not admit that category. Write to {contact} if you think that it should.',
  'problem.idempotency-key-reused.title': 'The Idempotency-Key was used for another request',
  'problem.idempotency-key-reused.detail':
    'Use a new key for a new registration. Nothing was recorded.',
  'problem.address-suppressed.title': 'We no longer write to this address',
  'problem.address-suppressed.detail':
    'Nothing was sent: a message to it came back or was reported as unwanted mail. Correct the address, or write to {contact}.',
  'problem.too-soon.title': 'A message went out less than an hour ago',
  'problem.too-soon.detail':
    'It can take a few minutes to arrive; look among unwanted mail too. You can ask for it again in {minutes, plural, one {# minute} other {# minutes}}.',
  'problem.registered-too-often.title': 'This address has registered and withdrawn too often today',
  'problem.registered-too-often.detail':
    'Nothing was recorded. It can register again in {hours, plural, one {# hour} other {# hours}}. If you need to sooner, write to {contact}.',
  'problem.too-many-requests.title': 'Too many requests',
  'problem.too-many-requests.detail':
    'More requests have come from your network, or for this e-mail address, than people usually make. Nothing was done. Try again in {minutes, plural, one {# minute} other {# minutes}}.',
  'problem.bot-check-required.title': 'One more step',
  'problem.bot-check-required.detail':
    'This meeting checks that registrations are not sent by machines in large numbers. Nothing was recorded yet, and what you typed is kept. In {seconds, plural, one {# second} other {# seconds}} or later, send your registration once more; you need to do nothing else.',
  'problem.internal.title': 'Something went wrong on our side',
  'problem.internal.detail':
    'Nothing was recorded. Try again; if it happens again, write to the organizers.',
  'problem.busy.title': 'Too many people are registering at this moment',
  'problem.busy.detail': 'Nothing was recorded. Try again in a few seconds.',

  // The private page of a registration
  'registration.confirmed': 'Your registration is confirmed',
  'registration.pending': 'We have received your registration',
  'registration.waitlisted': 'You are on the waiting list',
  'registration.offered': 'A seat is offered to you',
  'registration.declined': 'Your registration was not accepted',
  'registration.withdrawn': 'Your registration is withdrawn',
  'registration.confirmed.lead':
    'We have written to {email}. Keep the link to this page to yourself: anyone who has it can change and withdraw the registration.',
  'registration.pending.lead':
    'It is not yet confirmed: it must first be validated by the focal point of your delegation or by the organizers. We will write to {email} as soon as this has been done.',
  'registration.waitlisted.lead':
    'All seats are taken. The next seat to become free is offered to the person who has waited longest; when it is your turn, we will write to {email}. Do not travel before your registration is confirmed.',
  'registration.offered.lead':
    'It is kept for you until {until}. Accept it before then; otherwise it will be offered to the next person on the waiting list.',
  'registration.offer-over.lead':
    'It was kept for you until {until}, and is now offered to the next person on the waiting list.',
  'registration.declined.lead': 'If you believe that this is a mistake, write to {contact}.',
  'registration.declined.because':
    'The reason given: “{reason}” If you think that this is a mistake, write to {contact}.',
  'registration.offer-expired.lead':
    'The seat that was offered to you was not accepted in time and has gone to the next in line. While registration is open you may register again.',
  'registration.replaced.lead':
    'The focal point of your delegation has named somebody else in your place, who has your seat. If you think that this is a mistake, write to {contact}.',
  'registration.withdrawn.lead': 'While registration is open you may register again.',
  'registration.category': 'Category',
  'registration.delegation': 'Delegation',
  'registration.name': 'Name',
  'registration.registered-at': 'Registered',
  'registration.calendar': 'Add to my calendar',
  'registration.resend': 'Send me the message again',
  'registration.resent': 'We have sent the message again to {email}.',
  'registration.accept': 'Accept the seat',
  'registration.refuse': 'I do not need the seat',
  'registration.withdraw': 'Withdraw my registration',
  'registration.withdraw.title': 'Withdraw this registration?',
  'registration.withdraw.lead':
    'Your seat will be given to somebody else and cannot be kept for you. You will receive a message confirming the withdrawal.',
  'registration.withdraw.lead.no-seat':
    'Your registration will end. You will receive a message confirming the withdrawal.',
  'registration.withdraw.keep': 'Keep my registration',
  'registration.yes': 'Yes',
  'registration.still.confirmed': 'Your registration is confirmed, as before.',
  'registration.still.pending': 'Your registration still awaits validation.',
  'registration.still.waitlisted': 'You are still on the waiting list.',
  'registration.still.offered':
    'The seat that is offered to you is still kept for you until {until}.',
  'registration.saved': 'Your changes are saved.',
  'registration.edit': 'Change my registration',
  'registration.undelivered': 'Our messages do not reach you',
  'registration.undelivered.returned':
    'A message to {email} came back on {day}, so we no longer write to this address. Please check and correct it; if it is right, write to {contact}.',
  'registration.undelivered.refused':
    'On {day} the mailbox of {email} did not accept our message: it may be full, or out of service for a while. Please make room in it and ask for the message again, or give another address.',
  'registration.undelivered.complained':
    'On {day} a message from us to {email} was reported as unwanted mail, so we no longer write to this address. Please give another one; if it was a mistake, write to {contact}.',
  'registration.undelivered.rejected':
    'Our message of {day} to {email} could not be sent. Please ask for it again.',
  'registration.undelivered.action': 'Correct the address',
  'registration.undelivered.closed':
    'The address can no longer be changed on this page: please write to {contact}.',
  'registration.complete': 'Please complete your details',
  'registration.complete.lead':
    'Your registration was made for you. Some of your details are missing, and you have not yet been told how your data is used. It takes about three minutes.',
  'registration.complete.action': 'Complete my details',
  'registration.preferences': 'Save',
  'registration.data': 'Download my data',
  'registration.erase': 'Erase my data',

  // Reminders, and the page that ends them
  'registration.practical': 'Practical information',
  'reminders.title': 'Reminders',
  'reminders.on': 'We remind you of the meeting by e-mail before it begins.',
  'reminders.off': 'You get no reminders. Messages about the registration itself still come.',
  'reminders.stop': 'Stop reminders',
  'reminders.resume': 'Get reminders again',
  'delegation.reminders.on':
    'We remind you by e-mail before registration closes, as long as nobody is registered for the delegation.',
  'delegation.reminders.off': 'You get no reminders. Messages that ask for your answer still come.',
  'unsubscribe.title': 'Stop reminders?',
  'unsubscribe.lead':
    'You will receive no more reminders about this meeting. Messages about the registration itself, such as confirmations and offers of a seat, will still reach you.',
  'unsubscribe.do': 'Stop reminders',
  'unsubscribed.title': 'Reminders are stopped',
  'unsubscribed.lead':
    'You get no more reminders about this meeting. If you change your mind, you can have them again on the private page that our other messages lead to.',

  // Changing a registration
  'edit.title': 'Change your registration',
  'edit.save': 'Save',
  'edit.cancel': 'Change nothing',
  'edit.taking-part-as': 'You take part as',
  'edit.would-take-part-as': 'If you save this, you take part as',
  'edit.email-hint':
    'Messages about your registration go there. If you change it, we tell the old address that you did.',
  'edit.fixed':
    'Registration is closed, so this and your e-mail address can no longer be changed here. Write to {contact} if they must be.',
  'edit.renaming':
    'Your registration was validated under this name. A small correction to its spelling keeps it valid. If you save another name, your registration has to be validated again: by the focal point of the delegation or by the organizers. A seat that you hold now is given to somebody else.',
  'edit.leaving.validated':
    'If you save this, your registration has to be validated again: by the focal point of the new delegation or by the organizers. A seat that you hold now is given to somebody else.',
  'edit.leaving.seat':
    'If you save this, you give up your seat for one in the new place. If none is free there, nothing changes and you keep the seat you have.',
  'edit.leaving.pending':
    'If you save this, your registration no longer waits to be validated: in the new place you have a seat at once if one is free.',
  'edit.leaving.waitlisted': 'If you save this, you go to the end of the waiting list.',

  // Erasing a registration
  'erase.title': 'Erase your data?',
  'erase.lead': 'This cannot be undone. You get no message about it.',
  'erase.live': 'You no longer take part, and your seat is given to somebody else.',
  'erase.live.no-seat': 'You no longer take part.',
  'erase.goes': 'What is deleted',
  'erase.goes.person':
    'Your name and title, e-mail address, telephone number, position, institution and organization, what you told us of your needs, and all other answers',
  'erase.goes.messages':
    'Our messages to you; one that is not sent yet will not be. Those in your own inbox stay there.',
  'erase.goes.link': 'This page: its link will lead nowhere any more',
  'erase.stays': 'What is kept, without your name',
  'erase.stays.count':
    'The reference, the category, the State if you represent one, what became of the registration, and the dates: for the statistics of the meeting',
  'erase.stays.log':
    'A record of what was done and when, which names no person: for questions about the registration',
  'erase.stays.delivery':
    'Whether messages to your e-mail address arrived, under a code in place of the address: for {days, plural, one {# day} other {# days}}, or for as long as nothing may be sent to it',
  'erase.stays.lists':
    'Lists of participants that were sent to the organizers before: write to {contact} to be taken out of them',
  'erase.do': 'Erase my data',
  'erase.keep': 'Keep my data',
  'erased.title': 'Your data is erased',
  'erased.lead':
    'Nothing that names you is left of registration {reference}, and the link to it leads nowhere any more. If you wish to take part after all, you may register again while registration is open.',

  // The page of a focal point
  'delegation.title': 'Delegation: {name}',
  'delegation.lead': 'Nobody is awaiting your answer.',
  'delegation.lead.pending':
    '{count, plural, one {# person awaits} other {# people await}} your answer. No registration is confirmed before you give it.',
  'delegation.heads':
    '{names} are registered as head. A delegation has one head: say who, under “Role and order”.',
  'delegation.seats': 'Seats',
  'delegation.seats.taken': '{taken, plural, =0 {None taken} one {# taken} other {# taken}}',
  'delegation.seats.of': '{taken, number} of {ceiling, number} taken',
  'delegation.seats.left': '{left, plural, =0 {None left} one {# left} other {# left}}',
  'delegation.seats.no-limit': 'No limit',
  'delegation.seats.meeting-full': 'All seats of the meeting are taken.',
  'delegation.seats.held': 'Free seats are offered first to those on the waiting list.',
  'delegation.focal-point': 'Focal point',
  'delegation.note': 'Note of nomination',
  'delegation.note.none': 'None yet.',
  'delegation.note.of': '{reference}, {date}.',
  'delegation.note.add': 'Add it',
  'delegation.note.change': 'Change it',
  'delegation.file': 'File of the note',
  'delegation.file.none': 'None yet.',
  'delegation.file.kept': 'PDF, {size} MB.',
  'delegation.file.save': 'Save it',
  'delegation.file.send': 'Send it',
  'delegation.file.replace': 'Replace it',
  'delegation.closes': 'Nominations until {closesOn}. Later somebody can still be replaced.',
  'delegation.pending': 'Waiting for your answer',
  'delegation.coming': 'In the delegation',
  'delegation.waiting': 'Waiting for a seat',
  'delegation.waiting.hint': 'The next free seat is offered to the person who has waited longest.',
  'delegation.ended': 'Not coming',
  'delegation.none': 'Nobody has registered for this delegation yet.',
  'delegation.moved-on':
    'Nothing was changed: somebody answered or moved on meanwhile. Below is how things stand now.',
  'delegation.private':
    'The link to this page is yours alone: anyone who has it decides who belongs to the delegation. If somebody else may have it, write to {contact} for a new one.',
  'delegation.status.pending': 'To be answered',
  'delegation.status.confirmed': 'Confirmed',
  'delegation.status.offered': 'Seat offered',
  'delegation.status.waitlisted': 'Waiting',
  'delegation.status.declined': 'Declined',
  'delegation.status.withdrawn': 'Withdrawn',
  'delegation.nominated-by': 'Nominated by {by}.',
  'delegation.incomplete': 'Has not completed the details yet.',
  'delegation.undelivered': 'Our messages do not reach this address.',
  'delegation.offered-until': 'May accept the seat until {until}.',
  'delegation.waiting-since': 'Since {day}.',
  'delegation.declined-because': 'Reason given: {reason}',
  'delegation.withdrawn.asked': 'Has withdrawn.',
  'delegation.withdrawn.offer-expired': 'Did not accept the seat in time.',
  'delegation.withdrawn.replaced': 'Was replaced.',
  'delegation.approve': 'Approve',
  'delegation.decline': 'Decline',
  'delegation.role': 'Role and order',
  'delegation.role-order': '{role}, no. {order}',
  'delegation.replace': 'Replace',
  'delegation.nominate': 'Nominate somebody',
  'delegation.back': 'Back',
  'delegation.decline.title': 'Decline {person}?',
  'delegation.decline.lead': 'The reason is sent to them as you write it. They may register again.',
  'delegation.decline.submit': 'Decline',
  'delegation.reason-hint':
    'Up to 500 characters, for example: We are represented by two people only.',
  'delegation.role.title': 'Role and order of {person}',
  'delegation.role.lead':
    'The list of participants follows it: head first, then the others by role and, within a role, in the order that you give.',
  'delegation.role.submit': 'Save',
  'delegation.role-label': 'Part in the delegation',
  'delegation.head-hint':
    '{head} is head. Once you name another head, the part of {head} is: {role}.',
  'delegation.head-needs-seat': 'Only somebody who has a seat can take over as head.',
  'delegation.order-hint': '1 is first. Without a number: after those that have one, by name.',
  'delegation.nominate.title': 'Nominate somebody',
  'delegation.nominate.lead':
    'Nomination counts as validation: the person is confirmed at once if a seat is free, and is placed on the waiting list otherwise. They receive a private link to complete their own details.',
  'delegation.nominate.submit': 'Nominate',
  'delegation.replace.title': 'Replace {person}',
  'delegation.replace.lead':
    'The seat goes from one to the other and is never free in between. Both are told by e-mail.',
  'delegation.replace.submit': 'Replace',
  'delegation.email-hint': 'An address of their own: the private link goes there.',
  'delegation.language': 'Language of messages to them',
  'delegation.note.title': 'Note of nomination',
  'delegation.note.lead':
    'The letter by which your authorities nominate the delegation, as the organizers find it.',
  'delegation.note.submit': 'Save',
  'delegation.note-hint': 'As it stands on the note, for example NV/2026/117.',
  'delegation.file.title': 'Send the note of nomination',
  'delegation.file.lead':
    'Only the organizers see the file. It is deleted after the meeting, together with the addresses of participants.',
  'delegation.file.hint': 'A PDF of up to 5 MB. Please send it within 15 minutes.',
  'delegation.file.too-large':
    'This file is larger than 5 MB. Choose a smaller one, for example a black-and-white scan.',
  'delegation.file.submit': 'Send',
  'delegation.file.arrived':
    'The file has arrived. Do you wish to keep it as the note of nomination of your delegation?',
  'delegation.file.keep': 'Keep the file',
  'delegation.done.approve.confirmed': '{person} is confirmed, and has been told.',
  'delegation.done.approve.waitlisted':
    '{person} is approved and waits for a seat: none is free at the moment. They have been told.',
  'delegation.done.decline.declined': '{person} is declined, and has been told why.',
  'delegation.done.role.set': 'Saved. {person}: {role}.',
  'delegation.done.former-head': '{former} is no longer head: {role}.',
  'delegation.done.head-stays':
    '{head} remains head, as {person} has no seat yet: {role}. You can name {person} head once they have one.',
  'delegation.done.nominate.confirmed':
    '{person} is nominated and has a seat. We have written to {email}.',
  'delegation.done.nominate.waitlisted':
    '{person} is nominated and waits for a seat: none is free at the moment. We have written to {email}.',
  'delegation.done.replace.confirmed': '{person} comes in place of {former}. Both have been told.',
  'delegation.done.note': 'The note of nomination is recorded.',
  'delegation.done.file': 'The file of the note of nomination has been kept.',

  // Messages: common texts, then one section for each kind
  'mail.preheader.confirmation': 'Reference {reference}. {dates}, {place}.',
  'mail.preheader.withdrawal': 'No further action is needed. Reference {reference}.',
  'mail.preheader.participant-list':
    '{people, plural, =0 {Nobody has registered yet} one {# person} other {# people}}. The list is attached.',
  'mail.dear': 'Dear {name},',
  'mail.when': 'Dates',
  'mail.where': 'Place',
  'mail.link': 'Link to attend online',
  'mail.reference': 'Reference',
  'mail.category': 'Category',
  'mail.delegation': 'Delegation',
  'mail.questions': 'Questions: {contact}. A reply to this message goes to the same address.',
  'mail.why.participant':
    'You are receiving this message because this address was used to register for the meeting. If it was not you, write to {contact}.',
  'mail.unsubscribe': 'Stop reminders about this meeting',
  'mail.sent-by': 'Sent by Plenary, registration for intergovernmental meetings.',

  'mail.confirmation.subject': 'Registration confirmed: {title} ({reference})',
  'mail.confirmation.eyebrow': 'Registration confirmed',
  'mail.confirmation.lead': 'Your registration for this meeting is confirmed.',
  'mail.confirmation.manage': 'Manage my registration',
  'mail.confirmation.private':
    'This link is yours alone: anyone who has it can view, change and withdraw your registration. Please do not forward this message.',
  'mail.confirmation.calendar':
    'The meeting is attached as an entry that you can add to the calendar of your choice.',
  'mail.calendar.description':
    'Your registration for “{title}” is confirmed.\nReference: {reference}\nManage my registration (private link): {manageUrl}',
  'mail.calendar.updated':
    'The attached calendar entry takes the place of the one that we sent you before.',

  'mail.preheader.acknowledgement': 'Not confirmed yet. Reference {reference}.',
  'mail.acknowledgement.subject': 'Registration received: {title} ({reference})',
  'mail.acknowledgement.eyebrow': 'Registration received, awaiting validation',
  'mail.acknowledgement.lead':
    'We have received your registration for this meeting. It is not yet confirmed: it must first be validated by the focal point of your delegation or by the organizers. We will write to you again as soon as this has been done.',
  'mail.acknowledgement.again':
    'Your registration has been changed and must be validated anew by the focal point of your delegation or by the organizers. Until then it is not confirmed, and no seat is kept for you. We will write to you again as soon as this has been done.',
  'mail.preheader.waiting-list': 'All seats are taken. Reference {reference}.',
  'mail.waiting-list.subject': 'On the waiting list: {title} ({reference})',
  'mail.waiting-list.eyebrow': 'Waiting list',
  'mail.waiting-list.lead':
    'All seats available to you at this meeting are taken, and you are on the waiting list. The next seat to become free is offered to the person who has waited longest. We will write to you when a seat is yours to accept.',
  'mail.waiting-list.travel': 'Please do not travel before your registration is confirmed.',
  'mail.preheader.offer': 'Please accept it by {until}. Reference {reference}.',
  'mail.offer.subject': 'A seat is offered to you until {until}: {title} ({reference})',
  'mail.offer.eyebrow': 'A seat is offered to you',
  'mail.offer.lead':
    'A seat has become free. It is yours if you accept it by {until}. After that, it will be offered to the next person on the waiting list.',
  'mail.offer.manage': 'Accept or refuse the seat',
  'mail.offer.until': 'Kept until',
  'mail.preheader.offer-expiring': 'You have not accepted the seat yet. Reference {reference}.',
  'mail.offer-expiring.subject': 'Your answer is needed by {until}: {title} ({reference})',
  'mail.offer-expiring.eyebrow': 'A seat awaits your answer',
  'mail.offer-expiring.lead':
    'A seat has been offered to you, and we have not yet received your answer. It is kept for you until {until}; after that, it will be offered to the next person on the waiting list. You will receive no further reminder.',
  'mail.preheader.offer-expired': 'The seat was not accepted in time. Reference {reference}.',
  'mail.offer-expired.subject': 'The offer of a seat has ended: {title} ({reference})',
  'mail.offer-expired.eyebrow': 'Offer ended',
  'mail.offer-expired.lead':
    'The seat that was offered to you was not accepted in time and is now for the next person on the waiting list. Your registration has therefore ended.',
  'mail.preheader.declined': 'Reference {reference}.',
  'mail.declined.subject': 'Registration not accepted: {title} ({reference})',
  'mail.declined.eyebrow': 'Registration not accepted',
  'mail.declined.lead': 'Your registration for this meeting was not accepted.',
  'mail.declined.reason': 'Reason given',
  'mail.declined.mistake': 'If you believe that this is a mistake, write to {contact}.',

  'mail.withdrawal.subject': 'Registration withdrawn: {title} ({reference})',
  'mail.withdrawal.eyebrow': 'Registration withdrawn',
  'mail.withdrawal.lead': 'The registration below is withdrawn. No further action is needed.',
  'mail.withdrawal.again':
    'If your plans change, you may register again while registration is open and seats are available. It will be a new registration, with a new reference.',
  'mail.withdrawal.calendar':
    'A cancellation for your calendar is attached. If the meeting still appears there, please remove it.',
  'mail.withdrawal.not-you':
    'If you did not withdraw it yourself, please write to {contact} without delay.',
  'mail.withdrawal.manage': 'See my registration',

  'mail.name': 'Name',
  'mail.preheader.details-changed':
    'Please check that everything is as you wish. Reference {reference}.',
  'mail.details-changed.subject': 'Registration changed: {title} ({reference})',
  'mail.details-changed.eyebrow': 'Registration changed',
  'mail.details-changed.lead':
    'Your registration for this meeting has been changed. Please check that it is now as you wish.',
  'mail.details-changed.what': 'Changed',
  'mail.details-changed.name': 'your name',
  'mail.details-changed.representation': 'whom you represent',
  'mail.details-changed.role': 'your part in the delegation',
  'mail.details-changed.email': 'your e-mail address',
  'mail.details-changed.not-you':
    'If you did not change it yourself, please write to {contact} without delay.',
  'mail.preheader.address-changed':
    'Messages about this registration will be sent to another address. Reference {reference}.',
  'mail.address-changed.subject': 'E-mail address changed: {title} ({reference})',
  'mail.address-changed.eyebrow': 'E-mail address changed',
  'mail.address-changed.lead':
    'The registration below was changed on its private page: from now on, messages about it go to another address. This is the last message that you will receive.',
  'mail.address-changed.not-you':
    'If you are the participant and did not change the address yourself, please write to {contact} without delay.',
  'mail.preheader.nomination': 'Complete your details. Reference {reference}.',
  'mail.nomination.subject': 'Nomination: {title} ({reference})',
  'mail.nomination.eyebrow': 'Nomination',
  'mail.nomination.lead':
    '{by}, the focal point of your delegation, has nominated you for this meeting.',
  'mail.nomination.confirmed': 'You have a seat, and your registration is confirmed.',
  'mail.nomination.waiting':
    'All seats are taken at the moment, and you are on the waiting list. We will write to you when a seat is yours to accept. Please do not travel before your registration is confirmed.',
  'mail.nomination.details':
    'So far we have only your name and this address. Please complete your details and say on which list you may appear: until you do, your name will appear on no published list.',
  'mail.nomination.manage': 'Complete my details',
  'mail.nomination.not-you':
    'If you do not know of this meeting or cannot take part, withdraw by means of the same link or write to {contact}.',
  'mail.preheader.replaced': 'Another person will take part in your place. Reference {reference}.',
  'mail.replaced.subject': 'Replacement in the delegation: {title} ({reference})',
  'mail.replaced.eyebrow': 'Registration ended',
  'mail.replaced.lead':
    'The focal point of your delegation has nominated another person in your place. Your registration has ended, and your seat has passed to that person.',
  'mail.preheader.meeting-changed': 'What is new, and what it was before. Reference {reference}.',
  'mail.meeting-changed.subject': 'The meeting has changed: {title} ({reference})',
  'mail.meeting-changed.eyebrow': 'Change to the meeting',
  'mail.meeting-changed.lead':
    'The organizers have changed the arrangements for this meeting. What is new:',
  'mail.meeting-changed.before': 'Until now: {before}',
  'mail.meeting-changed.no-sittings': 'not yet announced',
  'mail.meeting-changed.no-link': 'none',
  'mail.meeting-changed.cannot':
    'If you can no longer take part, please withdraw at this link, so that somebody else can.',
  'mail.preheader.meeting-cancelled': 'It will not take place. Reference {reference}.',
  'mail.meeting-cancelled.subject': 'Meeting cancelled: {title} ({reference})',
  'mail.meeting-cancelled.eyebrow': 'Meeting cancelled',
  'mail.meeting-cancelled.lead':
    'The organizers have cancelled this meeting: it will not take place. You need to do nothing about your registration.',
  'mail.meeting-cancelled.travel': 'If you have booked travel or accommodation, please cancel it.',

  'mail.meeting-reminder.subject': 'Reminder: {title}, {dates} ({reference})',
  'mail.preheader.meeting-reminder': '{dates}, {place}. Reference {reference}.',
  'mail.meeting-reminder.eyebrow': 'Reminder',
  'mail.meeting-reminder.lead':
    'The meeting is approaching, and your registration is confirmed. We look forward to seeing you.',
  'mail.meeting-reminder.incomplete':
    'Some of your details are still missing. Please complete them before the meeting, and say where you may be listed: until you do, your name will appear on no published list.',
  'mail.meeting-reminder.practical': 'Practical information from the organizers:',
  'mail.meeting-reminder.cannot-come':
    'If you cannot come, please withdraw at the link above, so that somebody else can have your seat.',
  'mail.preheader.thank-you': 'Thank you for taking part. Reference {reference}.',
  'mail.thank-you.subject': 'Thank you: {title} ({reference})',
  'mail.thank-you.eyebrow': 'With thanks',
  'mail.thank-you.lead': 'The meeting is over. Thank you for taking part in it.',
  'mail.thank-you.data':
    'At the link below you can download what we keep about you, or have it erased.',
  'mail.thank-you.private':
    'This link is yours alone: anyone who has it can view, download and erase your data. Please do not forward this message.',

  // Messages to focal points, and to organisers in place of one
  'mail.preheader.delegation-invitation':
    '{name}: view the delegation and decide who belongs to it.',
  'mail.delegation-invitation.subject': 'Delegation ({name}): {title}',
  'mail.delegation-invitation.eyebrow': 'Invitation to the focal point',
  'mail.delegation-invitation.lead':
    'You are the focal point of this delegation for this meeting: {name}. On the page of your delegation you can see who has registered, answer registrations, nominate people, name the head of delegation and replace one person by another. No account is needed.',
  'mail.delegation-invitation.renewed':
    'This link is new. Links that were sent before it no longer work.',
  'mail.delegation-invitation.open': 'Open the page of my delegation',
  'mail.delegation-invitation.private':
    'This link is yours alone: anyone who has it decides who belongs to your delegation. Please do not forward this message.',
  'mail.delegation-invitation.why':
    'You are receiving this message because the organizers named this address for the delegation or the meeting. If it should be somebody else, write to {contact}.',
  'mail.preheader.nomination-reminder': 'Registration closes on {closes}.',
  'mail.nomination-reminder.subject': 'Nobody is registered yet ({name}): {title}',
  'mail.nomination-reminder.eyebrow': 'Reminder to the focal point',
  'mail.nomination-reminder.lead':
    'So far nobody is registered or nominated for this delegation: {name}. Once registration has closed, nobody can be.',
  'mail.nomination-reminder.closes': 'Registration closes',
  'mail.nomination-reminder.what':
    'Nominate whoever is to come on the page of your delegation, or ask them to register. If nobody comes, please let {contact} know.',
  'mail.preheader.delegation-meeting-changed': 'What is new, and what it was before.',
  'mail.delegation-meeting-changed.subject': 'The meeting has changed: {title} ({name})',
  'mail.delegation-meeting-changed.people':
    'Everybody who is registered or nominated for this delegation ({name}) is informed as well. If somebody can no longer take part, you can replace them on the page of your delegation.',
  'mail.preheader.delegation-meeting-cancelled': 'It will not take place.',
  'mail.delegation-meeting-cancelled.subject': 'Meeting cancelled: {title} ({name})',
  'mail.delegation-meeting-cancelled.lead':
    'The organizers have cancelled this meeting: it will not take place. Everybody who is registered or nominated for this delegation ({name}) is informed separately. You need to do nothing.',
  'mail.preheader.validation-wanted':
    'Reference {reference}. The registration is not confirmed until you answer.',
  'mail.validation-wanted.subject': 'Your answer is needed: {reference}, {title}',
  'mail.validation-wanted.eyebrow': 'A registration awaits your answer',
  'mail.validation-wanted.focal-point':
    'Somebody has registered for your delegation. No registration is confirmed without your agreement: approve or decline it on the page of your delegation.',
  'mail.validation-wanted.organiser':
    'Somebody has registered for a delegation that has no focal point here. No registration is confirmed without your agreement.',
  'mail.validation-wanted.command':
    'To answer: npm run meeting -- approve {reference}, or npm run meeting -- decline {reference} --reason "…". To name a focal point: npm run meeting -- invite.',

  'mail.participant-list.subject.daily': 'Participants today: {title}',
  'mail.participant-list.subject.closing': 'Registration closed, list of participants: {title}',
  'mail.participant-list.subject.requested': 'List of participants: {title}',
  'mail.participant-list.eyebrow': 'List of participants',
  'mail.participant-list.lead.daily':
    'Registration is open. This is the daily list of participants, as of {listedAt}.',
  'mail.participant-list.lead.closing':
    'Registration has closed. This is the list of participants, as of {listedAt}.',
  'mail.participant-list.lead.requested':
    'This is the list of participants that you requested, as of {listedAt}.',
  'mail.participant-list.totals':
    '{people, plural, =0 {Nobody} one {# person} other {# people}}{delegations, plural, =0 {} one { from # delegation} other { from # delegations}}',
  'mail.participant-list.none': 'Nobody is registered so far. The attached list is empty.',
  'mail.participant-list.people': 'People',
  'mail.participant-list.delegations': 'Delegations',
  'mail.participant-list.total': 'Total',
  'mail.participant-list.needs':
    '{needs, plural, one {# person has} other {# people have}} stated dietary or accessibility requirements. To protect their privacy, these are not sent by e-mail.',
  'mail.participant-list.undelivered':
    '{count, plural, one {# person} other {# people}} could not be reached by e-mail: see the column “E-mail delivery” in the list.',
  'mail.participant-list.duplicates':
    '{count, plural, one {One person seems} other {# people seem}} to be registered more than once, under different addresses. Please look at these registrations:',
  'mail.participant-list.attached':
    'The list is attached as {fileName}. It opens in Excel and other spreadsheets, in the order of a list of participants.',
  'mail.participant-list.personal':
    'The attachment contains personal data. Use it only to organize this meeting, pass it on only to those who need it for that purpose, and delete it when it is no longer needed. Publish no name without the consent of the person concerned.',
  'mail.participant-list.why':
    'You are receiving this message because you are named as an organizer of this meeting.',
} as const satisfies Record<string, string>;
