/** The forms of the two slips as their verbs take them, and what they begin with when they come from a reception. */
import type { ProcedureContent } from '#capabilities/procedures/schema.ts';
import { type FormValues, type SubmittedForm, valueOf, valuesOf } from '#web/http/form-values.ts';
import { APPLICANT_FIELDS, extraPapers, group, isTicked } from '../../intake/form/read.ts';
import { GENERAL } from '../rules.ts';

type Procedure = { readonly slug: string; readonly content: ProcedureContent };

export function readGuide({ slug, content }: Procedure, { values }: SubmittedForm) {
  const listed = content.papers.flatMap(({ name }, line) => {
    const prefix = `items.${line}`;
    if (!isTicked(values, `${prefix}.present`)) return [];
    const copies = valueOf(values, `${prefix}.count`) || '1';
    return [
      { name, copies, kind: valueOf(values, `${prefix}.kind`), note: valueOf(values, `${prefix}.note`) },
    ];
  });
  const extra = extraPapers(values)
    .filter((paper) => paper.taken)
    .map(({ name, kind, copies, note }) => ({ name, kind, copies, note }));
  return { ...grounds(slug, values), items: [...listed, ...extra], reason: valueOf(values, 'reason') };
}

export function readRefusal({ slug }: Procedure, { values }: SubmittedForm) {
  return {
    ...grounds(slug, values),
    reasons: valuesOf(values, 'reasons'),
    otherReason: valueOf(values, 'otherReason'),
    guidance: valueOf(values, 'guidance'),
  };
}

function grounds(slug: string, values: FormValues) {
  return {
    slug,
    applicant: group(values, 'applicant', APPLICANT_FIELDS),
    legalBasis: valuesOf(values, 'legalBasis'),
    otherBasis: valueOf(values, 'otherBasis'),
  };
}

/** What a slip begins with: the applicant as typed at reception, and for the guide slip the papers not ticked there. */
export function carriedValues(content: ProcedureContent, typed: FormValues): FormValues {
  const applicant = Object.entries(typed).filter(([name]) => name.startsWith('applicant.'));
  return { ...freshValues(content), ...Object.fromEntries(applicant), ...missingPapers(content, typed) };
}

/** A slip that is written without a reception before it. */
export function freshValues(content: ProcedureContent): FormValues {
  return {
    'applicant.kind': [content.applicants[0] ?? 'citizen'],
    legalBasis: [GENERAL],
    reason: ['Hồ sơ chưa đủ giấy tờ theo quy định của thủ tục.'],
  };
}

/** A required paper not taken is missing; one that was taken with a note may be wrong, so its note comes along. */
function missingPapers(content: ProcedureContent, typed: FormValues): FormValues {
  const lines = content.papers.flatMap(({ required }, line) => {
    const isMissing = required && !isTicked(typed, `papers.${line}.present`);
    const fields = (['kind', 'count', 'note'] as const).map(
      (field) => [`items.${line}.${field}`, typed[`papers.${line}.${field}`] ?? []] as const,
    );
    return isMissing ? [[`items.${line}.present`, ['yes']] as const, ...fields] : fields;
  });
  return Object.fromEntries(lines);
}
