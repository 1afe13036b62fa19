import { PROBLEM_TITLES } from '#kernel/merkle/receipt-trust.ts';
import { formatDateTime } from '#kernel/vietnamese/format.ts';
import { Banner } from '#web/ui/banner.tsx';
import { Link } from '#web/ui/link.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { SummaryList } from '#web/ui/summary-list.tsx';
import { logPaths } from '#foundation/log/schema.ts';
import type { Contradiction, Judgement } from './schema.ts';
import { proofPaths } from './schema.ts';

/** What became of a receipt: not believed, contradicted, or as the log has it. */
export function ComparePage({ judgement }: { readonly judgement: Judgement }) {
  return (
    <>
      <Outcome judgement={judgement} />
      {judgement.outcome === 'unbelieved' ? null : <Stated judgement={judgement} />}
      <p class="govuk-body">
        <Link href={proofPaths.page}>Kiểm tra biên nhận khác</Link>
      </p>
    </>
  );
}

function Outcome({ judgement }: { readonly judgement: Judgement }) {
  if (judgement.outcome === 'unbelieved') {
    return (
      <Banner
        kind={judgement.problem === 'forged' ? 'error' : 'warning'}
        title={PROBLEM_TITLES[judgement.problem]}
      >
        <p>{judgement.sentence}</p>
      </Banner>
    );
  }
  if (judgement.outcome === 'contradicted') {
    return <Contradicted contradictions={judgement.contradictions} />;
  }
  return judgement.signedAt === null ? (
    <Banner kind="info" title="Biên nhận thật và khớp với hồ sơ">
      <p>Việc tiếp nhận chưa có trong trạng thái đã ký của nhật ký. Hãy tải lại trang sau ít giây.</p>
    </Banner>
  ) : (
    <Banner kind="success" title="Biên nhận thật và khớp với nhật ký">
      <p>
        Việc tiếp nhận nằm trong <Link href={logPaths.page}>nhật ký kiểm chứng</Link> đã ký lúc{' '}
        {formatDateTime(judgement.signedAt)}.
      </p>
    </Banner>
  );
}

function Contradicted({ contradictions }: { readonly contradictions: readonly Contradiction[] }) {
  return (
    <Banner kind="error" title="Biên nhận thật, nhưng hệ thống không còn đúng như biên nhận">
      <ul class="govuk-list govuk-list--bullet">
        {contradictions.map(({ sentence }) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <p>
        Hãy giữ giấy và báo cơ quan kiểm tra hoặc thanh tra: chữ ký trên giấy chứng minh điều đã hẹn với bạn.
      </p>
    </Banner>
  );
}

type Believed = Exclude<Judgement, { readonly outcome: 'unbelieved' }>;

function Stated({ judgement: { receipt, unitName } }: { readonly judgement: Believed }) {
  return (
    <Panel title="Biên nhận ghi">
      <SummaryList
        rows={[
          { key: 'Số hồ sơ', value: <span class="mc-unbroken">{receipt.number}</span> },
          { key: 'Đơn vị tiếp nhận', value: `${unitName} (${receipt.unit})` },
          { key: 'Thủ tục', value: `${receipt.procedure}, phiên bản ${receipt.procedureVersion}` },
          { key: 'Tiếp nhận lúc', value: formatDateTime(receipt.receivedAt) },
          { key: 'Hẹn trả kết quả lúc', value: formatDateTime(receipt.dueAt) },
        ]}
      />
    </Panel>
  );
}
