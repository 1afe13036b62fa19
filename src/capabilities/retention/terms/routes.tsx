import { Hono } from 'hono';
import { localDateOf } from '#kernel/local-date.ts';
import { formatDate, parseDate } from '#kernel/vietnamese/format.ts';
import { compareText } from '#kernel/vietnamese/collate.ts';
import { fieldsOf } from '#foundation/form-parts.tsx';
import { authorise, can, requireActor } from '#foundation/access/authorise.ts';
import { only } from '#foundation/access/only.ts';
import type { AppContext, AppEnv } from '#foundation/http.ts';
import { type FormProblem, newFormId, NO_PROBLEM, type Redo, submit } from '#foundation/submit.ts';
import { publishedVersions } from '#capabilities/procedures/service.ts';
import { type FormValues, valueOf } from '#web/http/form-values.ts';
import { retentionPaths, ruleInput, type RetentionRule } from '../schema.ts';
import { RuleContent, RuleListContent } from './pages.tsx';
import { ruleById, rulesOf, saveRule } from './service.ts';

const ID = ':id{[0-9]{1,15}}';
const UP = [
  { text: 'Lưu trữ và tiêu hủy', href: retentionPaths.list },
  { text: 'Thời hạn bảo quản', href: retentionPaths.rules },
];

/** How long records are kept: data with a period in force, changed by whoever keeps the catalogue of procedures. */
export const termRoutes = new Hono<AppEnv>()
  .get(retentionPaths.rules, async (c) => {
    const ctx = c.get('ctx');
    const actor = requireActor(ctx);
    await authorise(ctx, 'retention.read', actor.post.unitId);
    const { titles } = await choices(c);
    const view = {
      rules: await rulesOf(ctx),
      titles,
      today: localDateOf(ctx.now),
      mayChange: can(actor, 'retention.rules'),
    };
    return c.get('staffPage')(
      { title: 'Thời hạn bảo quản', breadcrumbs: UP.slice(0, 1) },
      <RuleListContent view={view} />,
    );
  })
  .get(retentionPaths.newRule, only('retention.rules'), async (c) => {
    const { options, content } = await page(c, { values: { sequence: ['0'] }, problem: NO_PROBLEM });
    return c.get('staffPage')(options, content);
  })
  .get(retentionPaths.editRule(ID), only('retention.rules'), async (c) => {
    const rule = await ruleById(c.get('ctx'), idOf(c));
    const { options, content } = await page(c, { values: valuesOfRule(rule), problem: NO_PROBLEM });
    return c.get('staffPage')(options, content);
  })
  .post(retentionPaths.newRule, only('retention.rules'), async (c) => save(c))
  .post(retentionPaths.editRule(ID), only('retention.rules'), async (c) => save(c));

async function save(c: AppContext): Promise<Response> {
  return submit(c, {
    schema: ruleInput,
    read: ({ values }) => {
      const [scope, which = ''] = valueOf(values, 'scope').split(/:(.*)/s);
      return {
        id: c.req.param('id') === undefined ? null : idOf(c),
        sequence: valueOf(values, 'sequence'),
        kind: valueOf(values, 'kind'),
        procedureId: scope === 'procedure' ? which : null,
        domain: scope === 'domain' ? which : null,
        years: valueOf(values, 'forever') === 'yes' ? null : valueOf(values, 'years') || undefined,
        legalBasis: valueOf(values, 'legalBasis'),
        certainty: valueOf(values, 'certainty'),
        note: valueOf(values, 'note'),
        validFrom: dateIn(values, 'validFrom'),
        validTo: dateIn(values, 'validTo') || null,
      };
    },
    run: async (ctx, input) => {
      await saveRule(ctx, input);
      return { location: retentionPaths.rules, notice: 'Đã lưu thời hạn bảo quản.' };
    },
    redo: async (problem, values) => page(c, { values, problem }),
    page: c.get('staffPage'),
  });
}

type Typed = { readonly values: FormValues; readonly problem: FormProblem };

async function page(c: AppContext, { values, problem }: Typed): Promise<Redo> {
  const { scopes } = await choices(c);
  const isNew = c.req.param('id') === undefined;
  const action = isNew ? retentionPaths.newRule : retentionPaths.editRule(idOf(c));
  const title = isNew ? 'Thêm thời hạn bảo quản' : 'Sửa thời hạn bảo quản';
  const view = { action, scopes, field: fieldsOf(values, problem), problem, formId: newFormId() };
  return { options: { title, breadcrumbs: UP }, content: <RuleContent view={view} /> };
}

/** What a rule can be for: everything else, a domain, a procedure. */
async function choices(c: AppContext) {
  const versions = await publishedVersions(c.get('ctx'));
  const titles = new Map(versions.map(({ procedureId, content }) => [procedureId, content.shortName]));
  const domains = [...new Set(versions.map(({ content }) => content.domain))].toSorted(compareText);
  const procedures = [...titles].toSorted(([, one], [, other]) => compareText(one, other));
  const scopes = [
    { value: 'rest:', text: 'Mọi thủ tục chưa có quy tắc riêng' },
    ...domains.map((domain) => ({ value: `domain:${domain}`, text: `Lĩnh vực ${domain}` })),
    ...procedures.map(([id, name]) => ({ value: `procedure:${id}`, text: name })),
  ];
  return { titles, scopes };
}

function valuesOfRule(rule: RetentionRule): FormValues {
  const { procedureId, domain, years, validFrom, validTo } = rule;
  const scope =
    procedureId !== null ? `procedure:${procedureId}` : domain !== null ? `domain:${domain}` : 'rest:';
  const { kind, legalBasis, certainty, note, sequence } = rule;
  const fields = {
    kind,
    legalBasis,
    certainty,
    note,
    sequence: String(sequence),
    scope,
    years: years === null ? '' : String(years),
    forever: years === null ? 'yes' : '',
    validFrom: formatDate(validFrom),
    validTo: validTo === null ? '' : formatDate(validTo),
  };
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, [value]]));
}

/** As the schema reads it; what is no date stays and is refused there. */
function dateIn(values: FormValues, name: string): string {
  const typed = valueOf(values, name).trim();
  return typed === '' ? '' : (parseDate(typed) ?? typed);
}

function idOf(c: AppContext): number {
  return Number(c.req.param('id'));
}
