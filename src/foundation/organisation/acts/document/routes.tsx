import { Hono } from 'hono';
import { only } from '#foundation/access/only.ts';
import type { FormValues } from '#web/http/form-values.ts';
import { Button } from '#web/ui/button.tsx';
import { ButtonGroup } from '#web/ui/button-group.tsx';
import { Form } from '#web/ui/form.tsx';
import { authorise } from '#foundation/access/authorise.ts';
import type { AppContext, AppEnv } from '#foundation/http.ts';
import { type FormProblem, newFormId, submit } from '#foundation/submit.ts';
import { ProblemSummary } from '#foundation/form-parts.tsx';
import { organisationPaths } from '../../schema.ts';
import { actByCode } from '../service.ts';
import { DocumentFields } from './fields.tsx';
import { documentValues, readDocument } from './read.ts';
import { documentSchema } from './schema.ts';
import { correctDocument } from './service.ts';

/** Correcting or completing the deciding document of an act. */
export const actDocumentRoutes = new Hono<AppEnv>()
  .get('/organisation/acts/:code/document', async (c) => {
    await authorise(c.get('ctx'), 'organisation.change');
    const { options, content } = await documentView(c, { message: null, fields: {} });
    return c.get('staffPage')(options, content);
  })
  .post('/organisation/acts/:code/document', only('organisation.change'), async (c) =>
    submit(c, {
      schema: documentSchema,
      read: (form) => readDocument(form.values),
      run: async (ctx, document) => {
        await correctDocument(ctx, codeOf(c), document);
        return { location: organisationPaths.act(codeOf(c)), notice: 'Đã lưu thông tin văn bản.' };
      },
      redo: async (problem, values) => documentView(c, problem, values),
      page: c.get('staffPage'),
    }),
  );

async function documentView(c: AppContext, problem: FormProblem, values?: FormValues) {
  const act = await actByCode(c.get('ctx'), codeOf(c));
  const path = organisationPaths.act(act.code);
  return {
    options: {
      title: 'Sửa, bổ sung thông tin văn bản',
      lead: 'Nội dung thay đổi của quyết định giữ nguyên. Muốn đổi nội dung, hãy soạn quyết định mới.',
      breadcrumbs: [
        { text: 'Tổ chức bộ máy', href: organisationPaths.tree },
        { text: 'Quyết định', href: organisationPaths.acts },
        { text: act.title, href: path },
        { text: 'Sửa' },
      ],
    },
    content: (
      <>
        <ProblemSummary problem={problem} />
        <Form action={organisationPaths.actDocument(act.code)} formId={newFormId()} guard>
          <DocumentFields values={values ?? documentValues(act)} problem={problem} />
          <ButtonGroup>
            <Button>Lưu</Button>
            <Button variant="link" href={path}>
              Quay lại quyết định
            </Button>
          </ButtonGroup>
        </Form>
      </>
    ),
  };
}

function codeOf(c: AppContext): string {
  return c.req.param('code') ?? '';
}
