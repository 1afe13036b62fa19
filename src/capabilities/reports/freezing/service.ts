import { localDateOf } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import { authorise } from '#foundation/access/authorise.ts';
import type { Permission } from '#foundation/access/rules.ts';
import type { Context } from '#foundation/context.ts';
import type { CountedRecord, CountedRecords } from '#foundation/figures/schema.ts';
import type { FigureAsk } from '#capabilities/indicators/schema.ts';
import { figuresFor, recordsBehind } from '#capabilities/indicators/service.ts';
import type { ResolvedFigure } from '../assembly/schema.ts';
import type { Frame } from '../document.ts';
import { assembleReport } from '../making/assembling.ts';
import type { ReportDeed } from '../making/deeds.ts';
import { actOn, wholeReport } from '../making/frame.ts';
import {
  requireAllAccepted,
  requireAnswered,
  requireFresh,
  requireIssueDay,
  requireSecondPerson,
  requireState,
} from '../making/rules.ts';
import type {
  AnswersInput,
  IssueInput,
  ReasonInput,
  ReportReference,
  ReportState,
  WholeReport,
} from '../making/schema.ts';
import { frozenReport, keepFiles } from './files.ts';
import { type CheckedFinding, findingsOf } from './findings.ts';
import { changeOf, type FigureChange, type FrozenFigure } from './frozen.ts';

type Step = {
  readonly permission: Permission;
  readonly states: readonly ReportState[];
};

/** The frame of what is done to a whole report: who may, in which state, and not on an older page. */
async function step(
  ctx: Context,
  { id, sequence }: ReportReference,
  { permission, states }: Step,
  decide: (tx: Context, whole: WholeReport) => Promise<readonly ReportDeed[]>,
): Promise<WholeReport> {
  return actOn(ctx, id, async (tx, whole) => {
    await authorise(tx, permission, whole.report.unitId);
    requireState(whole.report, ...states);
    requireFresh(whole.report, sequence);
    return decide(tx, whole);
  });
}

/** What the checker finds in a report as it stands. */
export async function checkedReport(
  ctx: Context,
  id: number,
): Promise<{ readonly whole: WholeReport; readonly findings: readonly CheckedFinding[] }> {
  await authorise(ctx, 'report.read');
  const whole = await wholeReport(ctx, id);
  return { whole, findings: await findingsOf(ctx, whole) };
}

/** Explains in writing what was found and is right all the same; said with nothing, an explanation is taken back. */
export async function answerFindings(ctx: Context, { id, answers }: AnswersInput): Promise<void> {
  await actOn(ctx, id, async (tx, whole) => {
    await authorise(tx, 'report.assemble', whole.report.unitId);
    requireState(whole.report, 'drafting', 'assembled');
    const findings = await findingsOf(tx, whole);
    const said = findings.flatMap(({ key, finding, answer }) => {
      const text = answers[key];
      return text === undefined || text === (answer?.text ?? '')
        ? []
        : [{ finding: key, rule: finding.rule, text }];
    });
    const short = said.find(({ text }) => text !== '' && text.length < 5);
    if (short) {
      const sentence = 'Hãy ghi vì sao vẫn đúng, ít nhất vài từ.';
      refuse('invalid', sentence, { [`answer-${short.finding}`]: sentence });
    }
    return said.length === 0 ? [] : [{ kind: 'answered', payload: { answers: said } }];
  });
}

/** The whole is put together: every part is accepted, everything found is answered. */
export async function assembleWhole(ctx: Context, reference: ReportReference): Promise<void> {
  const how = { permission: 'report.assemble', states: ['drafting'] } as const;
  await step(ctx, reference, how, async (tx, whole) => {
    requireAllAccepted(whole);
    requireAnswered(openOf(await findingsOf(tx, whole)));
    return [{ kind: 'assembled', payload: {} }];
  });
}

function openOf(findings: readonly CheckedFinding[]): number {
  return findings.filter(({ answer }) => answer === null).length;
}

/** Back to its writers, before anything was frozen. */
export async function takeApart(ctx: Context, { reason, ...reference }: ReasonInput): Promise<void> {
  const how = { permission: 'report.assemble', states: ['assembled'] } as const;
  await step(ctx, reference, how, async () => [{ kind: 'taken-apart', payload: { reason } }]);
}

/**
 * Freezes the figures: each is kept with its question, its time and the records behind it, and every form of the report is
 * made and kept. By another person than put it together; figures that moved since then are checked once more.
 */
export async function freeze(ctx: Context, reference: ReportReference): Promise<void> {
  const how = { permission: 'report.freeze', states: ['assembled'] } as const;
  await step(ctx, reference, how, async (tx, whole) => {
    requireSecondPerson(whole.report, tx.actor?.officerId ?? 0);
    const { assembled } = await assembleReport(tx, whole);
    requireAnswered(openOf(await findingsOf(tx, whole, assembled.document)));
    const figures: FrozenFigure[] = [];
    for (const resolved of assembled.figures) figures.push(await frozenFigure(tx, resolved));
    const files = await keepFiles(tx, 'frozen', { document: assembled.document, figures });
    return [{ kind: 'frozen', payload: { files: [...files] } }];
  });
}

/** Of larger figures only the number of records is kept. */
const MOST_RECORDS = 5000;
const AT_ONCE = 500;

async function frozenFigure(ctx: Context, { key, ask, figure }: ResolvedFigure): Promise<FrozenFigure> {
  const { records, total } =
    figure.origin === 'computed' ? await recordsOf(ctx, ask) : { records: [], total: 0 };
  return { key, ask, figure, records: records.map(({ id, name }) => ({ id, name })), total };
}

async function recordsOf(ctx: Context, ask: FigureAsk): Promise<CountedRecords> {
  const found: CountedRecord[] = [];
  let total = 0;
  do {
    const page = await recordsBehind(ctx, ask, { offset: found.length, limit: AT_ONCE });
    ({ total } = page);
    found.push(...page.records);
    if (page.records.length === 0) break;
  } while (found.length < Math.min(total, MOST_RECORDS));
  return { total, records: found };
}

/** Frozen figures against those of now: which changed, and by which records. */
export async function figureChanges(
  ctx: Context,
  id: number,
): Promise<{
  readonly whole: WholeReport;
  readonly total: number;
  readonly changes: readonly FigureChange[];
}> {
  await authorise(ctx, 'report.read');
  const whole = await wholeReport(ctx, id);
  const { figures } = await frozenReport(ctx, whole, whole.report.issue);
  const now = await figuresFor(
    ctx,
    figures.map(({ ask }) => ask),
  );
  const changes: FigureChange[] = [];
  for (const [index, frozen] of figures.entries()) {
    const figure = now[index];
    if (!figure) continue;
    const counted =
      figure.origin === 'computed' ? await recordsOf(ctx, frozen.ask) : { records: [], total: 0 };
    const change = changeOf(frozen, figure, counted);
    if (change) changes.push(change);
  }
  return { whole, total: figures.length, changes };
}

/** Opens a report again after its figures were frozen: a new issue, the old one is kept as it was. */
export async function reopen(ctx: Context, { reason, ...reference }: ReasonInput): Promise<void> {
  const how = { permission: 'report.freeze', states: ['frozen', 'issued'] } as const;
  await step(ctx, reference, how, async () => [{ kind: 'reopened', payload: { reason } }]);
}

/** Issues a frozen report: number, day and signer go on it, and it is made once more with them. */
export async function issue(ctx: Context, input: IssueInput): Promise<void> {
  const { number, issuedOn, signer, signerTitle } = input;
  const how = { permission: 'report.assemble', states: ['frozen'] } as const;
  await step(ctx, input, how, async (tx, whole) => {
    const { frozenAt, issue: current } = whole.report;
    requireIssueDay(issuedOn, localDateOf(frozenAt ?? tx.now), localDateOf(tx.now));
    const frozen = await frozenReport(tx, whole, current);
    const frame: Frame = { ...frozen.document.frame, number, date: issuedOn, signer, signerTitle };
    const document = { ...frozen.document, frame, missing: [], isDraft: false };
    const files = await keepFiles(tx, 'issued', { ...frozen, document });
    return [
      {
        kind: 'issued',
        payload: { number, issuedOn, signer, signerTitle, documentId: null, files: [...files] },
      },
    ];
  });
}

/** Takes an issued report back; it stays readable with the reason. */
export async function withdraw(ctx: Context, { reason, ...reference }: ReasonInput): Promise<void> {
  const how = { permission: 'report.freeze', states: ['frozen', 'issued'] } as const;
  await step(ctx, reference, how, async () => [{ kind: 'withdrawn', payload: { reason } }]);
}

/** Gives up a report that was never frozen. It is shown no more and stays in the history. */
export async function deleteDraft(ctx: Context, { reason, ...reference }: ReasonInput): Promise<void> {
  const how = { permission: 'report.assemble', states: ['drafting', 'assembled'] } as const;
  await step(ctx, reference, how, async (_tx, whole) => {
    if (whole.files.length > 0) {
      refuse('conflict', 'Báo cáo đã có lần chốt số liệu nên không xóa được. Hãy thu hồi.');
    }
    return [{ kind: 'deleted', payload: { reason } }];
  });
}
