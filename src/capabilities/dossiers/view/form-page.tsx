/** A form about one dossier on a page of its own: its frame, what was typed, what is wrong. */
import type { ComponentChildren } from 'preact';
import { fieldsOf, type FieldOf, ProblemSummary } from '#foundation/form-parts.tsx';
import type { AppContext } from '#foundation/http.ts';
import { unitNames } from '#foundation/organisation/service.ts';
import { type FormProblem, newFormId, NO_PROBLEM, type Redo } from '#foundation/submit.ts';
import type { FormValues } from '#web/http/form-values.ts';
import { Button } from '#web/ui/button.tsx';
import { ButtonGroup } from '#web/ui/button-group.tsx';
import { Form } from '#web/ui/form.tsx';
import type { HiddenValue } from '#web/ui/hidden-fields.tsx';
import { dossierPath } from '../schema.ts';
import { type DossierView, viewDossier } from './service.ts';

export type Typed = { readonly values: FormValues; readonly problem: FormProblem };
export const NOTHING_TYPED: Typed = { values: {}, problem: NO_PROBLEM };

export type DossierFormView = Typed & {
  readonly dossier: DossierView;
  readonly field: FieldOf;
  readonly unitName: (unitId: number) => string;
  readonly formId: string;
  readonly now: Date;
};

type FormPage = {
  readonly number: string;
  readonly title: string;
  readonly content: (view: DossierFormView) => ComponentChildren | Promise<ComponentChildren>;
};

/** The page with the way back to the dossier. */
export async function formPage(
  c: AppContext,
  { number, title, content }: FormPage,
  typed: Typed = NOTHING_TYPED,
): Promise<Redo> {
  const ctx = c.get('ctx');
  const dossier = await viewDossier(ctx, number);
  const view = {
    ...typed,
    dossier,
    field: fieldsOf(typed.values, typed.problem),
    unitName: await unitNames(ctx, 'shortName'),
    formId: newFormId(),
    now: ctx.now,
  };
  const applicant = dossier.parties.find((party) => party.role === 'applicant')?.fullName ?? '';
  const breadcrumbs = [
    { text: 'Hồ sơ', href: '/dossiers' },
    { text: number, href: dossierPath(number) },
    { text: title },
  ];
  const options = { title, lead: [dossier.detail.title, applicant].filter(Boolean).join(' · '), breadcrumbs };
  return { options, content: await content(view) };
}

type FrameProps = {
  readonly view: DossierFormView;
  readonly action: string;
  readonly submitText: string;
  readonly hidden?: readonly HiddenValue[];
  readonly upload?: boolean;
  readonly children: ComponentChildren;
};

/** The form itself: problems first, the version that was seen, one button and a way out. */
export function DossierForm({ view, action, submitText, hidden = [], upload, children }: FrameProps) {
  const { state } = view.dossier;
  return (
    <>
      <ProblemSummary problem={view.problem} />
      <Form
        action={action}
        formId={view.formId}
        hidden={[{ name: 'sequence', value: String(state.sequence) }, ...hidden]}
        upload={upload === true}
        guard
      >
        {children}
        <ButtonGroup>
          <Button>{submitText}</Button>
          <Button variant="link" href={dossierPath(state.number)}>
            Thôi
          </Button>
        </ButtonGroup>
      </Form>
    </>
  );
}
