import { type FieldOf, ProblemSummary } from '#foundation/form-parts.tsx';
import type { FormProblem } from '#foundation/submit.ts';
import { Banner } from '#web/ui/banner.tsx';
import { Button } from '#web/ui/button.tsx';
import { ButtonGroup } from '#web/ui/button-group.tsx';
import { Form } from '#web/ui/form.tsx';
import { TextArea } from '#web/ui/text-area.tsx';
import { discardPath, type Job, OPERATIONS, taskWords } from '../schema.ts';
import { errorWords } from '../rules/error-words.ts';

type DiscardPageProps = Readonly<{ job: Job; formId: string; field: FieldOf; problem: FormProblem }>;

/** Asks why a job is to be given up for good. */
export function DiscardPage({ job, formId, field, problem }: DiscardPageProps) {
  return (
    <>
      <ProblemSummary problem={problem} />
      <Banner kind="warning" title={`${taskWords(job.task)} (số ${job.id})`}>
        <p>{errorWords(job.lastError)}</p>
        <p>Bỏ rồi thì việc này không bao giờ được làm. Lý do được ghi vào lịch sử cùng tên bạn.</p>
      </Banner>
      <Form action={discardPath(job.id)} formId={formId}>
        <TextArea {...field('reason')} label="Lý do bỏ việc này" rows={3} maxlength={500} required />
        <ButtonGroup>
          <Button variant="warning">Bỏ việc này</Button>
          <Button variant="link" href={OPERATIONS}>
            Quay lại
          </Button>
        </ButtonGroup>
      </Form>
    </>
  );
}
