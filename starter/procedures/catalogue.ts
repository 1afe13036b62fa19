/** The starter catalogue: 45 real procedures, as data that an authority edits after the first start. */
import catalogue from './catalogue.json' with { type: 'json' };

/** Who does a step, without naming a unit: the same step is done at another unit in every commune. */
export type StepPlace = {
  /** The counter that received the dossier, the commune, a unit of the district, or an agency outside. */
  readonly scope: 'reception' | 'commune' | 'district' | 'external';
  readonly function: DistrictFunction | OutsideAgency | null;
  readonly role: 'one-stop' | 'specialist' | 'unit-leader' | 'chairman' | 'records-clerk';
};

type DistrictFunction =
  | 'office'
  | 'one-stop'
  | 'justice'
  | 'finance-planning'
  | 'natural-resources'
  | 'economy-infrastructure'
  | 'labour-social'
  | 'education'
  | 'culture'
  | 'agriculture'
  | 'people-committee'
  | 'land-registry';

type OutsideAgency = 'police' | 'social-insurance' | 'tax' | 'other';

/** The parts of an entry that the starter data adds or that searching needs; the file has more. */
export type StarterProcedure = {
  /** The national code; null where it could not be verified. */
  readonly code: string | null;
  readonly name: string;
  readonly shortName: string;
  readonly slug: string;
  readonly domain: string;
  readonly lifeEvents: readonly string[];
  readonly synonyms: readonly string[];
  readonly timeLimit: { readonly value: number; readonly unit: 'same-day' | 'working-day' | 'day' };
  readonly legalBasis: readonly { readonly number: string }[];
  readonly steps: readonly {
    readonly name: string;
    readonly workingHours: number;
    readonly place: StepPlace;
  }[];
};

// Types of JSON widen every code to a string; catalogue.test.ts checks what the cast asserts.
// oxlint-disable-next-line typescript/no-unsafe-type-assertion
export const starterProcedures = catalogue as unknown as readonly StarterProcedure[];
