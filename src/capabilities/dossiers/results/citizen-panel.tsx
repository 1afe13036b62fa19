import { localDateOf } from '#kernel/local-date.ts';
import { formatDate } from '#kernel/vietnamese/format.ts';
import { codeWords, stateOf } from '#capabilities/results/words.ts';
import { RESULT_STATE_LABELS, type Result, verifyPaths } from '#capabilities/results/schema.ts';
import { resultsOf } from '#capabilities/results/service.ts';
import { Button } from '#web/ui/button.tsx';
import { Form } from '#web/ui/form.tsx';
import { Link } from '#web/ui/link.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { StateTag } from '#web/ui/state-tag.tsx';
import type { CitizenPanel } from '../lookup/panels.ts';
import { takePath } from './schema.ts';
import { STATE_TONES } from './words.ts';

/** The results of a dossier: whether they hold, how others verify them, and the electronic document to take along. */
export const citizenResultPanel: CitizenPanel = async (own, { dossierId, state, code }) => {
  const results = await resultsOf(own, dossierId);
  if (results.length === 0) return null;
  const today = localDateOf(own.now);
  return (
    <Panel title="Kết quả giải quyết">
      {results.map((result) => (
        <One key={result.id} result={result} today={today} take={{ number: state.number, code }} />
      ))}
    </Panel>
  );
};

type OneProps = {
  readonly result: Result;
  readonly today: string;
  readonly take: { readonly number: string; readonly code: string };
};

function One({ result, today, take }: OneProps) {
  const state = stateOf(result, today);
  return (
    <>
      <p>
        <b>{result.title}</b> {result.documentNumber ? `số ${result.documentNumber}, ` : null}
        ký ngày {formatDate(result.issuedOn)}{' '}
        <StateTag tone={STATE_TONES[state]} text={RESULT_STATE_LABELS[state]} />
      </p>
      {result.file !== null && result.standing === 'issued' ? (
        <Form action={takePath(take.number, result.id)} hidden={[{ name: 'ma', value: take.code }]}>
          <Button icon="download">Tải kết quả điện tử</Button>
        </Form>
      ) : null}
      <p>
        Người khác xác minh bằng mã{' '}
        <Link href={verifyPaths.one(result.verifyCode)}>
          <span class="mc-unbroken">{codeWords(result.verifyCode)}</span>
        </Link>
        .
      </p>
    </>
  );
}
