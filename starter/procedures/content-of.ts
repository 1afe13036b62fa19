import { z } from 'zod';
import type { LocalDate } from '#kernel/local-date.ts';
import {
  extension,
  fee,
  formField,
  legalReference,
  paper,
  procedureContent,
  type ProcedureContent,
  step,
} from '#capabilities/procedures/content.ts';
import type { Channel, ProcedureLevel } from '#capabilities/procedures/schema.ts';

const CERTAINTY = { H: 'high', M: 'medium', L: 'low' } as const;
const certainty = z.enum(['H', 'M', 'L']).transform((letter) => CERTAINTY[letter]);
const level = z.enum(['commune', 'district']);
const period = { from: z.string(), to: z.string().nullable() };
const levelPeriod = z.object({ ...period, level });

/** An entry of catalogue.json: one procedure with what changed over the years written beside it. */
const entry = z.object({
  code: z.string().nullable(),
  slug: z.string(),
  name: z.string(),
  shortName: z.string(),
  domain: z.string(),
  lifeEvents: z.array(z.string()),
  synonyms: z.array(z.string()),
  levels: z.tuple([levelPeriod]).rest(levelPeriod),
  nameHistory: z.array(z.object({ ...period, name: z.string() })).default([]),
  /** By which article people may hand a dossier of the district in at their commune too, which passes it on. */
  communesReceive: z.string().optional(),
  applicants: z.array(z.enum(['citizen', 'organisation'])),
  channels: z.object({ online: z.enum(['none', 'partial', 'full']), postal: z.boolean() }),
  timeLimit: z.object({
    value: z.number(),
    unit: z.enum(['same-day', 'working-day', 'day']),
    cutoff: z.string().nullable(),
    note: z.string(),
    extensions: z.array(extension),
  }),
  fees: z.array(fee),
  papers: z.array(paper),
  steps: z.array(step),
  results: z.array(z.object({ name: z.string() })),
  conditions: z.string(),
  legalBasis: z.array(legalReference),
  forms: z.array(z.object({ name: z.string() })),
  eform: z.array(formField),
  sources: z.array(z.string()),
  confidence: z.object({ code: certainty, timeLimit: certainty, fees: certainty, papers: certainty }),
  codeNote: z.string().default(''),
  editorNote: z.string().default(''),
});

export type StarterEntry = Readonly<z.infer<typeof entry>>;

export function readEntries(catalogue: unknown): readonly StarterEntry[] {
  return z.array(entry).parse(catalogue);
}

/** The levels at which the law had a procedure decided on a date. */
export function levelsOn(starter: StarterEntry, date: LocalDate): readonly ProcedureLevel[] {
  return starter.levels.filter((l) => l.from <= date && (l.to === null || date <= l.to)).map((l) => l.level);
}

/** The content as it was decided on a date, for a level. */
export function contentOn(starter: StarterEntry, date: LocalDate, level: ProcedureLevel): ProcedureContent {
  const former = starter.nameHistory.find((n) => n.from <= date && (n.to === null || date <= n.to));
  const { codeNote, editorNote, sources, confidence, channels, timeLimit } = starter;
  return procedureContent.parse({
    ...starter,
    name: former?.name ?? starter.name,
    level,
    onlineLevel: channels.online,
    postal: channels.postal,
    timeLimit: limitOf(timeLimit),
    extensions: timeLimit.extensions,
    certainty: { ...confidence, sources, note: [codeNote, editorNote].filter(Boolean).join(' ') },
  });
}

/** How a counter takes the procedure: over the counter always, the rest as the content says. */
export function channelsOf(content: Pick<ProcedureContent, 'onlineLevel' | 'postal'>): readonly Channel[] {
  const online = { none: [], partial: ['online-partial'], full: ['online-full'] } as const;
  return ['counter', ...online[content.onlineLevel], ...(content.postal ? (['postal'] as const) : [])];
}

/** The content prepared for a procedure that moves from the district to the commune. */
export function movedToCommune(content: ProcedureContent): ProcedureContent {
  return {
    ...content,
    level: 'commune',
    steps: content.steps.map((current) => ({ ...current, place: placeAtCommune(current.place) })),
    certainty: {
      ...content.certainty,
      timeLimit: 'low',
      note: `Bản chuẩn bị cho việc chuyển thẩm quyền giải quyết từ cấp huyện về cấp xã từ 01/7/2025. Rà soát thời hạn, giấy tờ, phí và trình tự theo quyết định công bố mới trước khi công bố. ${content.certainty.note}`,
    },
  };
}

type Place = ProcedureContent['steps'][number]['place'];

/** The land registration office stays an agency of the province; every other district unit hands over to the commune. */
function placeAtCommune(place: Place): Place {
  if (place.scope !== 'district') return place;
  if (place.function === 'land-registry') return { ...place, scope: 'external', function: 'other' };
  // Heads of district departments are followed by the leaders of the commune's People's Committee.
  const role = place.role === 'unit-leader' ? 'chairman' : place.role;
  return { scope: 'commune', function: null, role };
}

function limitOf({ unit, value, cutoff, note }: StarterEntry['timeLimit']) {
  if (unit === 'same-day') return { unit, cutoff: cutoff ?? '15:00', note };
  return { unit: unit === 'day' ? 'calendar-day' : unit, value, note };
}
