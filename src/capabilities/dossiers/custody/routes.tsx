import { Hono } from 'hono';
import { refuse } from '#kernel/refusal.ts';
import { unitsActedFor } from '#foundation/access/authorise.ts';
import { only } from '#foundation/access/only.ts';
import type { AppContext, AppEnv } from '#foundation/http.ts';
import { type Redo, submit } from '#foundation/submit.ts';
import { rowsOf, type SubmittedForm, valueOf } from '#web/http/form-values.ts';
import { dossierPath } from '../schema.ts';
import { takeCustody } from '../service.ts';
import { bulk, bulkPage } from '../steps/bulk.tsx';
import { formPage, NOTHING_TYPED, type Typed } from '../view/form-page.tsx';
import { viewDossier } from '../view/service.ts';
import { handoversPage } from './handovers.tsx';
import { courierListRoutes } from './lists/routes.tsx';
import { DiscrepancyContent, ListingContent, ReceiveContent } from './pages.tsx';
import { takingPart } from '../view/taking-part.ts';
import { answerInput, type Discrepancy, listingInput, receiptInput, settleInput } from './schema.ts';
import { answerDiscrepancy, listPapers, receiveHandover, settleDiscrepancy } from './service.ts';
import { readDiscrepancies } from './store.ts';

/** Handing over and taking papers. */
export const custodyRoutes = new Hono<AppEnv>();

custodyRoutes.get('/handovers', async (c) => {
  const { options, content } = await handoversPage(c);
  return c.get('staffPage')(options, content);
});

custodyRoutes.post('/handovers/take', only('dossier.handle'), async (c) => {
  const outcomes = await bulk(c, (ctx, reference) => takeCustody(ctx, { ...reference, note: '' }));
  return bulkPage(c, outcomes, '/handovers');
});

const receivePage = async (c: AppContext, number: string, typed?: Typed): Promise<Redo> =>
  formPage(
    c,
    { number, title: 'Kiểm nhận bàn giao', content: (view) => <ReceiveContent view={view} /> },
    typed,
  );

custodyRoutes.get('/dossiers/:number/custody', async (c) => {
  const { options, content } = await receivePage(c, c.req.param('number'));
  return c.get('staffPage')(options, content);
});

custodyRoutes.post('/dossiers/:number/custody', only('dossier.handle'), takingPart, async (c) => {
  const number = c.req.param('number');
  const { papers } = await viewDossier(c.get('ctx'), number);
  return submit(c, {
    schema: receiptInput,
    read: ({ values }) => ({
      ...referenceIn(number, { values }),
      how: valueOf(values, 'how'),
      note: valueOf(values, 'note'),
      discrepancies: rowsOf(values, 'paper').flatMap(({ kind = '', note = '' }, index) =>
        kind === '' ? [] : [{ paper: papers[index]?.name ?? '', kind, note }],
      ),
    }),
    run: async (ctx, input) => {
      await receiveHandover(ctx, input);
      const notice =
        input.how === 'refused'
          ? 'Đã ghi không nhận; hồ sơ về bước trước.'
          : 'Đã xác nhận nhận bàn giao hồ sơ.';
      return { location: `${dossierPath(number)}#ban-giao`, notice };
    },
    redo: async (problem, values) => receivePage(c, number, { problem, values }),
    page: c.get('staffPage'),
  });
});

const listingPage = async (c: AppContext, number: string, typed?: Typed): Promise<Redo> =>
  formPage(
    c,
    { number, title: 'Kê giấy tờ bàn giao', content: (view) => <ListingContent view={view} /> },
    typed,
  );

custodyRoutes.get('/dossiers/:number/handover', async (c) => {
  const { options, content } = await listingPage(c, c.req.param('number'));
  return c.get('staffPage')(options, content);
});

custodyRoutes.post('/dossiers/:number/handover', only('dossier.handle'), takingPart, async (c) => {
  const number = c.req.param('number');
  const { papers } = await viewDossier(c.get('ctx'), number);
  return submit(c, {
    schema: listingInput,
    read: ({ values }) => ({
      ...referenceIn(number, { values }),
      papers: rowsOf(values, 'paper').map(({ copies }, index) => ({
        position: papers[index]?.position,
        copies,
      })),
    }),
    run: async (ctx, input) => {
      await listPapers(ctx, input);
      return { location: `${dossierPath(number)}#ban-giao`, notice: 'Đã lưu bản kê giấy tờ bàn giao.' };
    },
    redo: async (problem, values) => listingPage(c, number, { problem, values }),
    page: c.get('staffPage'),
  });
});

function referenceIn(number: string, { values }: Pick<SubmittedForm, 'values'>) {
  return {
    number,
    sequence: valueOf(values, 'sequence'),
    position: valueOf(values, 'position') || undefined,
  };
}

/** The sender answers first, the receiver settles; whoever is neither reads. */
function discrepancyAct(found: Discrepancy, units: readonly number[]): 'answer' | 'settle' | null {
  if (found.settledAt !== null) return null;
  if (units.includes(found.fromUnitId) && found.answer === null) return 'answer';
  return units.includes(found.toUnitId) ? 'settle' : null;
}

async function discrepancyPage(c: AppContext, typed: Typed = NOTHING_TYPED): Promise<Redo> {
  const ctx = c.get('ctx');
  const number = c.req.param('number') ?? '';
  const id = Number(c.req.param('id'));
  const units = await unitsActedFor(ctx);
  const content = async (view: Parameters<typeof DiscrepancyContent>[0]['view']) => {
    const found = (await readDiscrepancies(ctx.db, view.dossier.id)).find((one) => one.id === id);
    if (!found) refuse('missing', 'Hồ sơ không có sai lệch bàn giao này.');
    return <DiscrepancyContent view={view} found={found} act={discrepancyAct(found, units)} />;
  };
  return formPage(c, { number, title: 'Sai lệch khi bàn giao', content }, typed);
}

custodyRoutes.get('/dossiers/:number/discrepancies/:id{[0-9]{1,15}}', async (c) => {
  const { options, content } = await discrepancyPage(c);
  return c.get('staffPage')(options, content);
});

custodyRoutes.post(
  '/dossiers/:number/discrepancies/:id{[0-9]{1,15}}',
  only('dossier.handle'),
  takingPart,
  async (c) => {
    const { number, id } = c.req.param();
    return submit(c, {
      schema: answerInput.or(settleInput),
      read: ({ values }) =>
        'settlement' in values
          ? { number, id, settlement: valueOf(values, 'settlement') }
          : { number, id, answer: valueOf(values, 'answer'), note: valueOf(values, 'note') },
      run: async (ctx, input) => {
        await ('settlement' in input ? settleDiscrepancy(ctx, input) : answerDiscrepancy(ctx, input));
        return { location: '/handovers', notice: 'Đã ghi vào hồ sơ.' };
      },
      redo: async (problem, values) => discrepancyPage(c, { problem, values }),
      page: c.get('staffPage'),
    });
  },
);

custodyRoutes.route('/', courierListRoutes);
