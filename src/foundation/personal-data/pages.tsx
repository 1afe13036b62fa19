import { optionsOf } from '#web/ui/option.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import { DefinitionTable } from '#web/ui/definition-table.tsx';
import { FilterBar } from '#web/ui/filter-bar.tsx';
import { FilterSelect } from '#web/ui/filter-select.tsx';
import { Inset } from '#web/ui/inset.tsx';
import { LinkList } from '#web/ui/link-list.tsx';
import { Note } from '#web/ui/note.tsx';
import { Section } from '#web/ui/section.tsx';
import { MASK_LABELS } from './mask.ts';
import {
  BASES,
  LEVEL_LABELS,
  type PersonalField,
  type PersonalRegister,
  PURPOSES,
  RETENTIONS,
  SUBJECT_LABELS,
} from './schema.ts';
import type { PurposeGroup } from './rules.ts';
import { registerList, type RegisterQuery } from './schema-list.ts';

type CitizenView = {
  readonly applicant: readonly PurposeGroup[];
  readonly visitor: readonly PurposeGroup[];
  /** How long dossiers are kept, as the rules in force say. */
  readonly periods: readonly (readonly [string, string])[];
};

/** What is kept of a person, for what, how long, by what law, and what they can ask for. */
export function CitizenContent({ view }: { readonly view: CitizenView }) {
  return (
    <>
      <p class="govuk-body-l">
        Khi bạn nộp hồ sơ, chúng tôi chỉ giữ những thông tin cần để giải quyết. Dưới đây là tất cả những gì
        được giữ, để làm gì và bao lâu.
      </p>
      <Section title="Khi bạn nộp hồ sơ">
        <GroupTable caption="Dữ liệu của người nộp hồ sơ" groups={view.applicant} />
      </Section>
      {view.periods.length > 0 ? (
        <Section title="Hồ sơ được giữ bao lâu">
          <p class="govuk-body">
            Tính từ ngày trả kết quả. Hết thời hạn, hồ sơ được tiêu hủy theo quyết định và có biên bản; chỉ
            còn số hồ sơ và các mốc thời gian để thống kê.
          </p>
          <DefinitionTable caption="Thời hạn giữ hồ sơ" head={['Hồ sơ', 'Thời hạn']} rows={view.periods} />
        </Section>
      ) : null}
      <Section title="Khi bạn chỉ xem trang">
        <GroupTable caption="Dữ liệu của người truy cập" groups={view.visitor} />
        <p class="govuk-body">
          Trang công khai không dùng cookie theo dõi, không gửi thông tin của bạn cho trang nào khác.
        </p>
      </Section>
      <Section title="Ai xem được, và bạn có quyền gì">
        <ul class="govuk-list govuk-list--bullet">
          <li>
            Chỉ đơn vị tham gia giải quyết xem được hồ sơ; số giấy tờ và điện thoại bị che bớt, muốn xem đủ
            phải ghi lý do.
          </li>
          <li>
            Bạn biết được đơn vị nào đã xem hồ sơ của mình: tra cứu hồ sơ rồi mở “Ai đã xem hồ sơ của tôi”.
          </li>
          <li>
            Bạn có quyền yêu cầu xem, sửa, và được trả lời về dữ liệu của mình. Hãy đến nơi đã nộp hồ sơ, mang
            giấy tờ tùy thân.
          </li>
          <li>
            Hồ sơ còn trong thời hạn lưu trữ thì chưa được xóa theo yêu cầu, vì pháp luật về lưu trữ buộc phải
            giữ.
          </li>
        </ul>
        <LinkList
          links={[{ href: '/tra-cuu', text: 'Tra cứu hồ sơ', note: 'xem hồ sơ đang ở đâu, ai đã xem' }]}
          single
        />
      </Section>
      <Inset>
        Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15, Nghị định 13/2023/NĐ-CP, Luật Lưu trữ số 33/2024/QH15.
      </Inset>
    </>
  );
}

function GroupTable({
  caption,
  groups,
}: {
  readonly caption: string;
  readonly groups: readonly PurposeGroup[];
}) {
  return (
    <DefinitionTable
      caption={caption}
      head={['Để làm gì', 'Giữ những gì', 'Giữ bao lâu']}
      rows={groups.map(({ purpose, labels, retentions, bases }) => [
        purpose,
        <div>
          {labels.join('; ')}
          <Note>{bases.join('; ')}</Note>
        </div>,
        retentions.join('; '),
      ])}
    />
  );
}

type RegisterView = { readonly rows: PersonalRegister; readonly query: RegisterQuery };

/** The whole register for the house: one line for each field. Names of tables and columns stand in its file only. */
export function RegisterContent({ view: { rows, query } }: { readonly view: RegisterView }) {
  return (
    <>
      <FilterBar
        action={registerList.path}
        active={registerList.active(query, { of: query.of && SUBJECT_LABELS[query.of] })}
      >
        <FilterSelect
          name="of"
          label="Của ai"
          all="Của mọi người"
          options={optionsOf(SUBJECT_LABELS)}
          value={query.of}
        />
      </FilterBar>
      <DataTable
        caption="Dữ liệu cá nhân hệ thống đang giữ"
        rows={rows}
        rowKey={({ table, column }) => `${table}.${column}`}
        columns={[
          { key: 'label', header: 'Dữ liệu', cell: (row) => <Field field={row} /> },
          { key: 'of', header: 'Của ai', cell: (row) => SUBJECT_LABELS[row.of] },
          { key: 'purpose', header: 'Mục đích', cell: (row) => PURPOSES[row.purpose] },
          { key: 'basis', header: 'Căn cứ', cell: (row) => BASES[row.basis] },
          { key: 'retention', header: 'Thời hạn giữ', cell: (row) => RETENTIONS[row.retention] },
          { key: 'mask', header: 'Hiện với người khác', cell: (row) => MASK_LABELS[row.mask] },
        ]}
        exports={registerList.files(query)}
      />
    </>
  );
}

function Field({ field: { label, level } }: { readonly field: PersonalField }) {
  return (
    <>
      {label}
      <Note>{LEVEL_LABELS[level]}</Note>
    </>
  );
}
