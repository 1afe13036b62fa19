/** A report out of its history. Pure: verbs, rows and the comparison with the history all go by it. */
import type { NewPart, ReportDeed, ReportEvent } from './deeds.ts';
import type { FindingAnswer, Report, ReportPart, WholeReport } from './schema.ts';

/** The report that a history makes. Throws when it does not begin with its making. */
export function foldReport(id: number, events: readonly ReportEvent[]): WholeReport {
  const [first, ...rest] = events;
  if (first?.kind !== 'made') throw new Error(`The history of report ${id} does not begin with its making`);
  return rest.reduce(applied, begun(id, first));
}

type Of<Kind extends ReportDeed['kind']> = Extract<ReportEvent, { readonly kind: Kind }>;

function begun(id: number, event: Of<'made'>): WholeReport {
  const { parts, ...head } = event.payload;
  const report: Report = {
    id,
    ...head,
    state: 'drafting',
    issue: 1,
    madeBy: event.officerId,
    madeAt: event.at,
    assembledBy: null,
    assembledAt: null,
    frozenBy: null,
    frozenAt: null,
    issued: null,
    reason: '',
    sequence: event.sequence,
  };
  return { report, parts: parts.map(freshPart), comments: [], answers: [], files: [] };
}

function freshPart(part: NewPart): ReportPart {
  return { ...part, state: 'asked', version: 0, returnReason: '', submittedBy: null, submittedAt: null };
}

/** The report after one more event. */
export function applied(whole: WholeReport, event: ReportEvent): WholeReport {
  const after = APPLY[event.kind](whole, event as never); // The table's line for a kind takes events of that kind.
  return { ...after, report: { ...after.report, sequence: event.sequence } };
}

const APPLY: { readonly [Kind in ReportDeed['kind']]: (whole: WholeReport, event: Of<Kind>) => WholeReport } =
  {
    made: () => {
      throw new Error('A report is made once');
    },
    collected: (whole, { payload }) => ({
      ...whole,
      parts: [...whole.parts, ...payload.parts.map(freshPart)],
    }),
    written: (whole, { payload: { part, texts } }) =>
      // What was accepted or sent and is written again waits for its writer once more.
      withPart(whole, part, (before) => ({
        texts,
        state: before.state === 'returned' ? 'returned' : 'asked',
      })),
    submitted: (whole, { payload, officerId, at }) =>
      withPart(whole, payload.part, () => ({
        state: 'submitted',
        returnReason: '',
        submittedBy: officerId,
        submittedAt: at,
      })),
    returned: (whole, { payload: { part, reason } }) =>
      withPart(whole, part, () => ({ state: 'returned', returnReason: reason })),
    accepted: (whole, { payload }) => withPart(whole, payload.part, () => ({ state: 'accepted' })),
    'handed-on': (whole, { payload: { part, unitId, dueOn } }) =>
      // Another unit begins anew with what is there.
      withPart(whole, part, (before) => ({
        unitId,
        dueOn,
        state: before.unitId === unitId ? before.state : 'asked',
      })),
    reminded: (whole) => whole,
    commented: (whole, { payload, officerId, at }) => ({
      ...whole,
      comments: [...whole.comments, { ...payload, writtenBy: officerId, writtenAt: at }],
    }),
    answered: (whole, event) => ({ ...whole, answers: withAnswers(whole, event) }),
    assembled: (whole, { officerId, at }) =>
      withReport(whole, { state: 'assembled', assembledBy: officerId, assembledAt: at, reason: '' }),
    'taken-apart': (whole, { payload }) =>
      withReport(whole, { state: 'drafting', assembledBy: null, assembledAt: null, reason: payload.reason }),
    frozen: (whole, event) =>
      withReport(withFiles(whole, event), { state: 'frozen', frozenBy: event.officerId, frozenAt: event.at }),
    reopened: (whole, { payload }) =>
      withReport(whole, {
        state: 'drafting',
        issue: whole.report.issue + 1,
        assembledBy: null,
        assembledAt: null,
        frozenBy: null,
        frozenAt: null,
        issued: null,
        reason: payload.reason,
      }),
    issued: (whole, event) => {
      const { number, issuedOn, signer, signerTitle } = event.payload;
      return withReport(withFiles(whole, event), {
        state: 'issued',
        issued: { number, issuedOn, signer, signerTitle },
      });
    },
    withdrawn: (whole, { payload }) => withReport(whole, { state: 'withdrawn', reason: payload.reason }),
    deleted: (whole, { payload }) => withReport(whole, { state: 'deleted', reason: payload.reason }),
  };

function withReport(whole: WholeReport, changes: Partial<Report>): WholeReport {
  return { ...whole, report: { ...whole.report, ...changes } };
}

function withPart(
  whole: WholeReport,
  number: number,
  change: (before: ReportPart) => Partial<ReportPart>,
): WholeReport {
  const parts = whole.parts.map((part) =>
    part.number === number ? { ...part, version: part.version + 1, ...change(part) } : part,
  );
  return { ...whole, parts };
}

function withFiles(whole: WholeReport, { payload, at }: Of<'frozen' | 'issued'>): WholeReport {
  const { issue } = whole.report;
  return {
    ...whole,
    files: [...whole.files, ...payload.files.map((file) => ({ issue, ...file, madeAt: at }))],
  };
}

/** What was said last to a finding counts; said with nothing it is taken back. */
function withAnswers(
  whole: WholeReport,
  { payload, officerId, at }: Of<'answered'>,
): readonly FindingAnswer[] {
  const { issue } = whole.report;
  const said = new Set(payload.answers.map(({ finding }) => finding));
  const kept = whole.answers.filter((answer) => answer.issue !== issue || !said.has(answer.finding));
  const added = payload.answers
    .filter(({ text }) => text !== '')
    .map(({ finding, text }) => ({ finding, issue, text, answeredBy: officerId, answeredAt: at }));
  return [...kept, ...added];
}
