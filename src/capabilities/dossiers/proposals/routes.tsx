import { Hono } from 'hono';
import { localDateOf } from '#kernel/local-date.ts';
import { formatDateTime } from '#kernel/vietnamese/format.ts';
import { requireActor } from '#foundation/access/authorise.ts';
import { only } from '#foundation/access/only.ts';
import { calendarFor } from '#foundation/calendar/service.ts';
import type { AppContext, AppEnv } from '#foundation/http.ts';
import { unitNames } from '#foundation/organisation/service.ts';
import { type Redo, submit } from '#foundation/submit.ts';
import { exportFormatOf, exportTable } from '#web/http/export.ts';
import { valueOf } from '#web/http/form-values.ts';
import { reasonsFor } from '../clock/reasons/service.ts';
import { clockRulesNow } from '../clock/settings/service.ts';
import { takingPart } from '../view/taking-part.ts';
import { dossierPath } from '../schema.ts';
import { formPage, NOTHING_TYPED, type Typed } from '../view/form-page.tsx';
import { viewDossier } from '../view/service.ts';
import { ApprovalsContent } from './list-page.tsx';
import { ProposalContent } from './one-page.tsx';
import { ProposeContent, proposeTitle } from './propose-page.tsx';
import { readProposal } from './read-form.ts';
import {
  approvalQuery,
  decideInput,
  OUTCOME_LABELS,
  PROPOSAL_KINDS,
  PROPOSAL_LABELS,
  type ProposalKind,
  proposalPaths,
  proposeInput,
  REASON_OF,
  takeBackInput,
} from './schema.ts';
import {
  approvalCount,
  approvals,
  decide,
  exportApprovals,
  propose,
  proposalPage,
  takeBack,
} from './service.ts';

/** What takes two people: proposing, the list of what waits, deciding. */
export const proposalRoutes = new Hono<AppEnv>();

const KIND = `:kind{${PROPOSAL_KINDS.join('|')}}`;
const ORDINAL = ':ordinal{[0-9]{1,4}}';

const kindOf = (c: AppContext): ProposalKind => proposeInput.shape.kind.parse(c.req.param('kind'));
const numberOf = (c: AppContext): string => c.req.param('number') ?? '';
const ordinalOf = (c: AppContext): number => Number(c.req.param('ordinal'));

async function proposePage(c: AppContext, typed: Typed = NOTHING_TYPED): Promise<Redo> {
  const ctx = c.get('ctx');
  const kind = kindOf(c);
  const position = valueOf(typed.values, 'position') || (c.req.query('position') ?? '');
  const reasons = await reasonsFor(ctx, REASON_OF[kind]);
  const rules = await clockRulesNow(ctx);
  return formPage(
    c,
    {
      number: numberOf(c),
      title: proposeTitle(kind),
      content: (view) => <ProposeContent view={{ ...view, kind, position, reasons, rules }} />,
    },
    typed,
  );
}

proposalRoutes.get(`/dossiers/:number/propose/${KIND}`, async (c) => {
  const { options, content } = await proposePage(c);
  return c.get('staffPage')(options, content);
});

proposalRoutes.post(`/dossiers/:number/propose/${KIND}`, only('dossier.handle'), async (c) => {
  const number = numberOf(c);
  const kind = kindOf(c);
  const dossier = await viewDossier(c.get('ctx'), number);
  return submit(c, {
    schema: proposeInput,
    read: ({ values }) => ({
      number,
      sequence: valueOf(values, 'sequence'),
      position: valueOf(values, 'position') || undefined,
      ...readProposal(kind, values, dossier),
    }),
    run: async (ctx, input) => {
      await propose(ctx, input);
      const notice = `Đã gửi đề nghị “${PROPOSAL_LABELS[kind]}”, chờ người khác duyệt.`;
      return { location: `${dossierPath(number)}#de-nghi`, notice };
    },
    redo: async (problem, values) => proposePage(c, { problem, values }),
    page: c.get('staffPage'),
  });
});

async function onePage(c: AppContext, typed: Typed = NOTHING_TYPED): Promise<Redo> {
  const number = numberOf(c);
  const { proposal, whyNot, mayTakeBack } = await proposalPage(c.get('ctx'), number, ordinalOf(c));
  const content = (view: Parameters<typeof ProposalContent>[0]['view']) => <ProposalContent view={view} />;
  return formPage(
    c,
    {
      number,
      title: `Đề nghị: ${PROPOSAL_LABELS[proposal.kind].toLowerCase()}`,
      content: (view) => content({ ...view, proposal, whyNot, mayTakeBack }),
    },
    typed,
  );
}

proposalRoutes.get(`/dossiers/:number/proposals/${ORDINAL}`, async (c) => {
  const { options, content } = await onePage(c);
  return c.get('staffPage')(options, content);
});

proposalRoutes.post(
  `/dossiers/:number/proposals/${ORDINAL}/decision`,
  only('dossier.handle'),
  takingPart,
  async (c) => {
    const number = numberOf(c);
    return submit(c, {
      schema: decideInput,
      read: ({ values }) => ({
        number,
        sequence: valueOf(values, 'sequence'),
        ordinal: ordinalOf(c),
        outcome: valueOf(values, 'outcome'),
        note: valueOf(values, 'note'),
      }),
      run: async (ctx, input) => {
        await decide(ctx, input);
        const notice =
          input.outcome === 'accepted' ? 'Đã duyệt và thực hiện đề nghị.' : 'Đã ghi không duyệt.';
        return { location: proposalPaths.one(number, input.ordinal), notice };
      },
      redo: async (problem, values) => onePage(c, { problem, values }),
      page: c.get('staffPage'),
    });
  },
);

proposalRoutes.post(
  `/dossiers/:number/proposals/${ORDINAL}/withdrawal`,
  only('dossier.handle'),
  takingPart,
  async (c) => {
    const number = numberOf(c);
    return submit(c, {
      schema: takeBackInput,
      read: ({ values }) => ({ number, sequence: valueOf(values, 'sequence'), ordinal: ordinalOf(c) }),
      run: async (ctx, input) => {
        await takeBack(ctx, input);
        return { location: `${dossierPath(number)}#de-nghi`, notice: 'Đã rút lại đề nghị.' };
      },
      redo: async (problem, values) => onePage(c, { problem, values }),
      page: c.get('staffPage'),
    });
  },
);

proposalRoutes.get('/approvals', only('dossier.handle'), async (c) => {
  const ctx = c.get('ctx');
  const query = approvalQuery.parse(c.req.query());
  const unitName = await unitNames(ctx, 'shortName');
  const format = exportFormatOf(c.req.query('format'));
  if (format) {
    const rows = await exportApprovals(ctx, query);
    return exportTable({
      name: `de-nghi-${localDateOf(ctx.now)}`,
      columns: columnsOf(unitName),
      rows,
      format,
    });
  }
  const page = await approvals(ctx, query);
  const view = {
    ...page,
    query,
    unitName,
    waiting: await approvalCount(ctx),
    calendar: await calendarFor(ctx, requireActor(ctx).post.unitId),
    now: ctx.now,
  };
  return c.get('staffPage')({ title: 'Chờ duyệt' }, <ApprovalsContent view={view} />);
});

type Row = Awaited<ReturnType<typeof exportApprovals>>[number];

const columnsOf = (unitName: (id: number) => string) => [
  { header: 'Số hồ sơ', value: (row: Row) => row.number, width: 30 },
  { header: 'Thủ tục', value: (row: Row) => row.title, width: 40 },
  { header: 'Đề nghị', value: (row: Row) => PROPOSAL_LABELS[row.kind], width: 30 },
  { header: 'Lý do', value: (row: Row) => row.reason, width: 50 },
  { header: 'Đơn vị', value: (row: Row) => unitName(row.unitId), width: 30 },
  { header: 'Người đề nghị', value: (row: Row) => row.proposedByName ?? 'Người nộp hồ sơ', width: 25 },
  { header: 'Lúc đề nghị', value: (row: Row) => row.proposedAt },
  { header: 'Hẹn trả', value: (row: Row) => formatDateTime(row.dueAt) },
  { header: 'Kết quả', value: (row: Row) => (row.outcome === null ? '' : OUTCOME_LABELS[row.outcome]) },
  { header: 'Người quyết định', value: (row: Row) => row.decidedByName ?? '', width: 25 },
  { header: 'Lúc quyết định', value: (row: Row) => row.decidedAt },
];
