import type { SetName } from '../domain/meeting/question-set-names.ts';
import type { TextKey } from './index.ts';

/** The texts of one ready-made question. */
type QuestionTexts = {
  readonly label: TextKey;
  readonly help?: TextKey;
  /** By the value of the option. */
  readonly options?: Readonly<Record<string, TextKey>>;
};

/** The texts of the ready-made questions, by the id of the question. */
export const QUESTION_TEXTS: Readonly<Record<string, QuestionTexts>> = {
  arrivalBy: {
    label: 'question.arrivalBy',
    options: {
      air: 'question.arrivalBy.air',
      rail: 'question.arrivalBy.rail',
      road: 'question.arrivalBy.road',
      local: 'question.arrivalBy.local',
    },
  },
  arrivalDate: {
    label: 'question.arrivalDate',
  },
  arrivalTime: {
    label: 'question.arrivalTime',
    help: 'question.arrivalTime.help',
  },
  arrivalFlight: {
    label: 'question.arrivalFlight',
    help: 'question.arrivalFlight.help',
  },
  departureBy: {
    label: 'question.departureBy',
    options: {
      air: 'question.departureBy.air',
      rail: 'question.departureBy.rail',
      road: 'question.departureBy.road',
      local: 'question.departureBy.local',
    },
  },
  departureDate: {
    label: 'question.departureDate',
  },
  departureTime: {
    label: 'question.departureTime',
    help: 'question.departureTime.help',
  },
  departureFlight: {
    label: 'question.departureFlight',
    help: 'question.departureFlight.help',
  },
  hotelNeeded: {
    label: 'question.hotelNeeded',
  },
  hotelCheckIn: {
    label: 'question.hotelCheckIn',
  },
  hotelCheckOut: {
    label: 'question.hotelCheckOut',
  },
  hotelRoom: {
    label: 'question.hotelRoom',
    options: {
      single: 'question.hotelRoom.single',
      double: 'question.hotelRoom.double',
      twin: 'question.hotelRoom.twin',
    },
  },
  hotelNote: {
    label: 'question.hotelNote',
  },
  diet: {
    label: 'question.diet',
    options: {
      vegetarian: 'question.diet.vegetarian',
      vegan: 'question.diet.vegan',
      halal: 'question.diet.halal',
      kosher: 'question.diet.kosher',
      'no-gluten': 'question.diet.no-gluten',
      'no-lactose': 'question.diet.no-lactose',
      other: 'question.diet.other',
    },
  },
  dietDetails: {
    label: 'question.dietDetails',
  },
  access: {
    label: 'question.access',
    options: {
      'step-free': 'question.access.step-free',
      'wheelchair-space': 'question.access.wheelchair-space',
      'hearing-loop': 'question.access.hearing-loop',
      'sign-language': 'question.access.sign-language',
      'large-print': 'question.access.large-print',
      assistant: 'question.access.assistant',
      other: 'question.access.other',
    },
  },
  accessDetails: {
    label: 'question.accessDetails',
  },
  visaNeeded: {
    label: 'question.visaNeeded',
  },
  visaNationality: {
    label: 'question.visaNationality',
  },
  visaConsulate: {
    label: 'question.visaConsulate',
    help: 'question.visaConsulate.help',
  },
  passportName: {
    label: 'question.passportName',
    help: 'question.passportName.help',
  },
  passportNumber: {
    label: 'question.passportNumber',
  },
  passportCountry: {
    label: 'question.passportCountry',
  },
  passportExpiresOn: {
    label: 'question.passportExpiresOn',
  },
  birthDate: {
    label: 'question.birthDate',
  },
};

/** The heading of each set of ready-made questions. */
export const QUESTION_SET_TEXTS = {
  arrival: 'question-set.arrival',
  departure: 'question-set.departure',
  hotel: 'question-set.hotel',
  dietary: 'question-set.dietary',
  accessibility: 'question-set.accessibility',
  'visa-letter': 'question-set.visa-letter',
  passport: 'question-set.passport',
} as const satisfies Record<SetName, TextKey>;
