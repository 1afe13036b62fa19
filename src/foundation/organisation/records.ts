import type { Context } from '#foundation/context.ts';
import type { Finding } from '#foundation/history/finding.ts';
import type { Declaration, Row } from '#foundation/history/replayed.ts';
import type { HistoryEvent } from '#foundation/history/schema.ts';
import { isOrganisationExact } from './acts/rebuild.ts';

/** A decision about the organisation, as it was prepared, corrected, put in force or withdrawn. */
export const actRecords: Declaration = {
  stream: 'unit-act',
  name: 'Quyết định tổ chức',
  tables: { unit_acts: { owner: 'id', key: 'id', unproven: {} } },
  label: ({ code }) => String(code),
  replay: (id, events) => {
    const [first, ...rest] = events;
    if (first?.kind !== 'prepared') throw new Error('An act begins with its preparation');
    const prepared: Row = { ...first.payload, id, state: 'prepared', decidedAt: null };
    return { unit_acts: [rest.reduce(applyToAct, prepared)] };
  },
};

function applyToAct(act: Row, { kind, payload, at }: HistoryEvent): Row {
  switch (kind) {
    case 'put-in-force':
      return { ...act, state: 'in-force', decidedAt: at };
    case 'withdrawn':
      return { ...act, state: 'withdrawn', decidedAt: at };
    case 'document-corrected':
      return { ...act, ...inside(payload['after']) };
    default:
      throw new Error(`Acts know no deed ${kind}`);
  }
}

/** Where people find a unit. What it is follows from the acts. */
export const contactRecords: Declaration = {
  stream: 'unit',
  name: 'Đơn vị',
  tables: { units: { owner: 'id', key: 'id', unproven: { code: 'do các quyết định tổ chức chứng minh' } } },
  beginsWithoutHistory: true,
  label: ({ code }) => String(code),
  replay: (id, events) => {
    const contact = inside(events.at(-1)?.payload['after'] ?? { address: '', phone: '' });
    return { units: [{ id, ...contact }] };
  },
};

function inside(value: unknown): Row {
  if (typeof value !== 'object' || value === null) throw new Error('Not the facts of a deed');
  return { ...value };
}

/** Units and successions must be what the acts in force make of them. */
export async function organisationFindings(ctx: Context): Promise<readonly Finding[]> {
  if (await isExact(ctx)) return [];
  const sentence =
    'Đơn vị và quan hệ kế thừa không còn đúng với các quyết định tổ chức đang có hiệu lực: đã bị sửa ngoài hệ thống.';
  return [{ where: 'Tổ chức bộ máy', sentence }];
}

/** Acts that were damaged cannot even be replayed, which is what is looked for. */
async function isExact(ctx: Context): Promise<boolean> {
  try {
    return await isOrganisationExact(ctx);
  } catch {
    return false;
  }
}
