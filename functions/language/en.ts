/**
 * Every text that Plenary says in English. Flat keys, ICU message syntax. Another language is
 * another file with the same keys; the type checker refuses one that lacks a key.
 */
export const en = {
  // Why somebody has a category: see domain/convention.ts and domain/category.ts
  'reason.party-in-force': '{state} has been a Party since {deposited}.',
  'reason.party-before-entry-into-force':
    '{state} deposited its instrument on {deposited} and is counted as a Party; the Convention enters into force for it on {inForceFrom}.',
  'reason.party-date-unconfirmed':
    '{state} is counted as a Party; its instrument was deposited between {from} and {to}, on a day that is not confirmed.',
  'reason.not-party-yet':
    '{state} is not a Party on {date}; its instrument was deposited on {deposited}.',
  'reason.not-party-yet-date-unconfirmed':
    '{state} is not a Party on {date}; its instrument was deposited between {from} and {to}.',
  'reason.never-party': '{state} is not a Party on {date}.',
  'reason.associate-member': '{state} is an Associate Member of UNESCO and is not a Party.',
  'reason.unknown-state': 'No State has the code {state}.',
  'reason.organisation-kind.igo': 'Represents an intergovernmental organisation.',
  'reason.organisation-kind.ngo': 'Represents a non-governmental organisation.',
  'reason.organisation-kind.media': 'Represents the media.',
  'reason.organisation-kind.host': 'Represents the host of the meeting.',
  'reason.organisation-kind.secretariat': 'Belongs to the Secretariat.',
  'reason.individual': 'Attends as an invited individual, not for a State or an organisation.',

  // The footing on which somebody attends: one person, and a group of them on a list
  'category.party': 'Party',
  'category.party.heading': 'Parties',
  'category.observer-state': 'Observer State',
  'category.observer-state.heading': 'Observer States',
  'category.associate-member': 'Associate Member of UNESCO',
  'category.associate-member.heading': 'Associate Members of UNESCO',
  'category.igo': 'Intergovernmental organisation',
  'category.igo.heading': 'Intergovernmental organisations',
  'category.ngo': 'Non-governmental organisation',
  'category.ngo.heading': 'Non-governmental organisations',
  'category.guest': 'Guest',
  'category.guest.heading': 'Guests and resource persons',
  'category.media': 'Media',
  'category.media.heading': 'Media',
  'category.host': 'Host',
  'category.host.heading': 'Hosts and co-organisers',
  'category.secretariat': 'Secretariat',
  'category.secretariat.heading': 'Secretariat',

  // The part somebody plays in a delegation: one person, and a group of them
  'role.head': 'Head of delegation',
  'role.head.heading': 'Heads of delegation',
  'role.alternate': 'Alternate',
  'role.alternate.heading': 'Alternates',
  'role.delegate': 'Delegate',
  'role.delegate.heading': 'Delegates',
  'role.focal-point': 'Focal point',
  'role.focal-point.heading': 'Focal points',
  'role.adviser': 'Adviser',
  'role.adviser.heading': 'Advisers',
  'role.representative': 'Representative',
  'role.representative.heading': 'Representatives',
  'role.observer': 'Observer',
  'role.observer.heading': 'Observers',
  'role.resource-person': 'Resource person',
  'role.resource-person.heading': 'Resource persons',
  'role.staff': 'Staff',
  'role.staff.heading': 'Staff',

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
  'list.column.phone': 'Phone',
  'list.column.language': 'Language',
  'list.column.visa-letter': 'Visa letter',
  'list.column.list-consent': 'May be listed',
  'list.column.registered-at': 'Registered at',
  'list.name-not-published': 'name not published',
  'list.yes': 'yes',
  'list.no': 'no',
  'list.consent.public': 'in the published list',
  'list.consent.participants': 'among participants',
  'list.consent.none': 'nowhere',
} as const satisfies Record<string, string>;
