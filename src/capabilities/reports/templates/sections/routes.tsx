import { Hono } from 'hono';
import { can, requireActor } from '#foundation/access/authorise.ts';
import { only } from '#foundation/access/only.ts';
import { fieldsOf } from '#foundation/form-parts.tsx';
import type { AppContext, AppEnv } from '#foundation/http.ts';
import { type FormProblem, newFormId, NO_PROBLEM, type Redo, submit } from '#foundation/submit.ts';
import { UNIT_FUNCTION_LABELS, UNIT_FUNCTIONS } from '#foundation/organisation/schema.ts';
import { organisationNow } from '#foundation/organisation/service.ts';
import { refuse } from '#kernel/refusal.ts';
import { type FormValues, valueOf } from '#web/http/form-values.ts';
import { readForm } from '#web/http/read-form.ts';
import type { Option } from '#web/ui/option.ts';
import type { Section } from '../../schema.ts';
import { draftById } from '../change.ts';
import { crumbsOf, idOf } from '../draft/routes.tsx';
import { CODE } from '../language/reference.ts';
import { parseText } from '../language/parse.ts';
import { numbersOf } from '../numbering.ts';
import { added, freeKey, indented, moved, removed } from '../outline.ts';
import { nameOf } from '../publication/problems.ts';
import { sectionDeed, sectionInput, type SectionInput, templatePaths } from '../schema.ts';
import { editSections, templateVersion } from '../service.ts';
import { SectionContent, SectionRead } from './pages.tsx';

const ID = ':id{[0-9]{1,15}}';
const KEY = ':key{[a-z0-9-]{1,40}}';
const CHANGE = only('report-template.change');

/** Sections of a draft: added, edited, moved, removed. */
export const templateSectionRoutes = new Hono<AppEnv>()
  .get(templatePaths.newSection(ID), CHANGE, async (c) => {
    const draft = await draftById(c.get('ctx'), idOf(c));
    const values = valuesOf({ ...BLANK, level: draft.content.sections.at(-1)?.level ?? 2 }, draft.revision);
    return show(c, await page(c, { ...values, behind: [c.req.query('behind') ?? ''] }, NO_PROBLEM));
  })
  .post(templatePaths.newSection(ID), CHANGE, async (c) => save(c))
  .get(templatePaths.section(ID, KEY), async (c) => {
    const ctx = c.get('ctx');
    const open = await templateVersion(ctx, idOf(c));
    const { section, name } = sectionOf(open.version.content.sections, keyOf(c));
    const isOpen = open.version.state === 'draft' && can(requireActor(ctx), 'report-template.change');
    if (isOpen) return show(c, await page(c, valuesOf(section, open.version.revision), NO_PROBLEM));
    return c.get('staffPage')(
      { title: name, breadcrumbs: crumbsOf(open) },
      <SectionRead section={section} />,
    );
  })
  .post(templatePaths.section(ID, KEY), CHANGE, async (c) => save(c))
  .post(templatePaths.moveSection(ID, KEY), CHANGE, async (c) =>
    submit(c, {
      schema: sectionDeed,
      read: ({ values }) => ({ revision: valueOf(values, 'revision'), deed: valueOf(values, 'deed') }),
      run: async (ctx, { revision, deed }) => {
        await editSections(ctx, {
          versionId: idOf(c),
          revision,
          what: `chuyển mục ${keyOf(c)}`,
          change: (sections) => placed(sections, keyOf(c), deed),
        });
        return { location: templatePaths.version(idOf(c)), notice: 'Đã chuyển mục.' };
      },
      redo: again(c),
      page: c.get('staffPage'),
    }),
  )
  .post(templatePaths.removeSection(ID, KEY), CHANGE, async (c) =>
    submit(c, {
      schema: sectionDeed.unwrap().pick({ revision: true }),
      read: ({ values }) => ({ revision: valueOf(values, 'revision') }),
      run: async (ctx, { revision }) => {
        await editSections(ctx, {
          versionId: idOf(c),
          revision,
          what: `bỏ mục ${keyOf(c)}`,
          change: (sections) => removed(sections, indexOf(sections, keyOf(c))),
        });
        return { location: templatePaths.version(idOf(c)), notice: 'Đã bỏ mục.' };
      },
      redo: again(c),
      page: c.get('staffPage'),
    }),
  );

async function show(c: AppContext, { options, content }: Redo): Promise<Response> {
  return c.get('staffPage')(options, content);
}

/** A stale move: the section as it is now, with the sentence. */
function again(c: AppContext) {
  return async (problem: FormProblem): Promise<Redo> => {
    const draft = await draftById(c.get('ctx'), idOf(c));
    const { section } = sectionOf(draft.content.sections, keyOf(c));
    return page(c, valuesOf(section, draft.revision), problem);
  };
}

async function save(c: AppContext): Promise<Response> {
  const { values } = await readForm(c);
  if (valueOf(values, 'insert') !== '') return show(c, await page(c, withIndicator(values), NO_PROBLEM));
  return submit(c, {
    schema: sectionInput,
    read: (form) => readSection(form.values),
    run: async (ctx, { revision, ...input }) => {
      const key = c.req.param('key');
      await editSections(ctx, {
        versionId: idOf(c),
        revision,
        what: `mục ${input.title || key || 'mới'}`,
        change: (sections) =>
          kept(sections, key, {
            input,
            behind: valueOf(values, 'behind'),
          }),
      });
      return { location: templatePaths.version(idOf(c)), notice: 'Đã lưu mục.' };
    },
    redo: async (problem, sent) => page(c, sent, problem),
    page: c.get('staffPage'),
  });
}

type Given = { readonly input: Omit<SectionInput, 'revision'>; readonly behind: string };

function kept(sections: readonly Section[], key: string | undefined, { input, behind }: Given) {
  if (key !== undefined) {
    const index = indexOf(sections, key);
    return sections.map((section, at) => (at === index ? { ...section, ...input } : section));
  }
  const section = { key: freeKey(sections), ...input };
  const at = sections.findIndex((one) => one.key === behind);
  const more = added(sections, at === -1 ? null : at, section);
  return more.map((one) => (one.key === section.key ? section : one));
}

function placed(sections: readonly Section[], key: string, deed: 'up' | 'down' | 'deeper' | 'higher') {
  const index = indexOf(sections, key);
  if (deed === 'up' || deed === 'down') return moved(sections, index, deed);
  return indented(sections, index, deed === 'deeper' ? 1 : -1);
}

function indexOf(sections: readonly Section[], key: string): number {
  const index = sections.findIndex((section) => section.key === key);
  return index === -1 ? refuse('missing', 'Mẫu không có mục này. Hãy quay lại trang của phiên bản.') : index;
}

function sectionOf(sections: readonly Section[], key: string) {
  const index = indexOf(sections, key);
  const section = sections[index] ?? refuse('missing', 'Mẫu không có mục này.');
  return { section, name: nameOf(section, numbersOf(sections)[index] ?? '') };
}

function keyOf(c: AppContext): string {
  return c.req.param('key') ?? '';
}

const BLANK: Omit<Section, 'key'> = {
  title: '',
  level: 2,
  isNumbered: true,
  owner: null,
  guidance: '',
  body: '',
  place: 'text',
  isCollected: false,
};

function valuesOf(section: Omit<Section, 'key'>, revision: number): FormValues {
  const { title, level, isNumbered, owner, guidance, body, place, isCollected } = section;
  const picked = owner === null ? '' : 'function' in owner ? `f:${owner.function}` : `u:${owner.unitCode}`;
  return {
    revision: [String(revision)],
    title: [title],
    level: [String(level)],
    owner: [picked],
    guidance: [guidance],
    body: [body],
    place: [place],
    isNumbered: isNumbered ? ['yes'] : [],
    isCollected: isCollected ? ['yes'] : [],
  };
}

function readSection(values: FormValues) {
  const [, kind, name = ''] = /^([fu]):(.+)$/u.exec(valueOf(values, 'owner')) ?? [];
  const named = kind === 'f' ? { function: name } : { unitCode: name };
  return {
    ...Object.fromEntries(
      ['revision', 'title', 'level', 'guidance', 'body', 'place'].map((field) => [
        field,
        valueOf(values, field),
      ]),
    ),
    isNumbered: valueOf(values, 'isNumbered') !== '',
    isCollected: valueOf(values, 'isCollected') !== '',
    owner: kind === undefined ? null : named,
  };
}

/** The text with the chosen indicator at its end; what was typed stands when it is a code itself. */
function withIndicator(values: FormValues): FormValues {
  const typed = valueOf(values, 'indicator').trim().toUpperCase();
  const code = valueOf(values, 'indicatorValue') || (CODE.test(typed) ? typed : '');
  if (code === '') return values;
  const body = valueOf(values, 'body').replaceAll('\r\n', '\n');
  const gap = body === '' || /\s$/u.test(body) ? '' : ' ';
  return { ...values, body: [`${body}${gap}[[${code}]]`], indicator: [''], indicatorValue: [''] };
}

async function page(c: AppContext, values: FormValues, problem: FormProblem): Promise<Redo> {
  const ctx = c.get('ctx');
  const open = await templateVersion(ctx, idOf(c));
  const key = c.req.param('key') ?? null;
  const { id } = open.version;
  const view = {
    versionId: id,
    key,
    problem,
    formId: newFormId(),
    moveFormId: newFormId(),
    field: fieldsOf(values, problem),
    action: key === null ? templatePaths.newSection(id) : templatePaths.section(id, key),
    hidden: ['revision', 'behind'].map((name) => ({
      name,
      value: valueOf(values, name),
    })),
    owners: await ownerOptions(c),
    language: parseText(valueOf(values, 'body').replaceAll('\r\n', '\n')).problems,
    isNumbered: valueOf(values, 'isNumbered') !== '',
    isCollected: valueOf(values, 'isCollected') !== '',
  };
  const title = key === null ? 'Thêm mục' : sectionOf(open.version.content.sections, key).name;
  return { options: { title, breadcrumbs: crumbsOf(open) }, content: <SectionContent view={view} /> };
}

/** Fields of work first, then units by name. */
async function ownerOptions(c: AppContext): Promise<readonly Option[]> {
  const { units } = await organisationNow(c.get('ctx'));
  const fields = UNIT_FUNCTIONS.map((code) => ({ value: `f:${code}`, text: UNIT_FUNCTION_LABELS[code] }));
  const own = [...units.values()].map(({ code, name }) => ({ value: `u:${code}`, text: name }));
  return [...fields, ...own];
}
