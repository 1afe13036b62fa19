import type { Declaration } from '#foundation/history/replayed.ts';

/** Texts of notices with the time in which each holds. */
export const noticeTemplateRecords: Declaration = {
  stream: 'notice-template',
  name: 'Mẫu thông báo',
  tables: { notice_templates: { owner: 'id', key: 'id', unproven: {} } },
  replay: (id, events) => {
    const [added] = events;
    if (added?.kind !== 'added') throw new Error('The history of a text begins with its adding');
    const changes = events.map(({ payload }) => payload);
    return { notice_templates: [Object.assign({ id }, ...changes, { sequence: events.length })] };
  },
};
