/** Deeds of the clock and of proposals as short Vietnamese sentences. */
import { formatDate, formatDateTime } from '#kernel/vietnamese/format.ts';
import { durationWords } from '#kernel/working-time/closeness.ts';
import { CLOSED_LABELS, PAUSE_LABELS } from '../schema.ts';
import type { ProposalDeed } from '../proposals/deeds.ts';
import { FIELD_LABELS, OUTCOME_LABELS, PROPOSAL_LABELS } from '../proposals/schema.ts';
import type { ClockDeed } from './deeds.ts';
import { LETTER_LABELS } from './schema.ts';

type Telling = {
  readonly step: (position: number) => string;
  readonly minutesPerDay: number;
};

/** One deed as an officer reads it in the history. */
export function clockDeedWords(deed: ClockDeed | ProposalDeed, { step, minutesPerDay }: Telling): string {
  const at = (iso: string): string => formatDateTime(new Date(iso));
  const long = (minutes: number): string => durationWords(minutes, minutesPerDay);
  switch (deed.kind) {
    case 'paused': {
      const { reason, until, note } = deed.payload;
      const last = until === undefined ? '' : ` đến hết ${formatDate(until)}`;
      return `${PAUSE_LABELS[reason]}${last}, tạm dừng tính thời gian${noted(note)}`;
    }
    case 'resumed': {
      const { waitedMinutes, dueAt, note } = deed.payload;
      return `Tính tiếp thời gian sau ${long(waitedMinutes)} làm việc không tính, hẹn trả ${at(dueAt)}${noted(note)}`;
    }
    case 'closed':
      return `${CLOSED_LABELS[deed.payload.how]}${noted(deed.payload.note)}`;
    case 'extended':
      return `Gia hạn thêm ${long(deed.payload.minutes)} làm việc, hẹn trả ${at(deed.payload.dueAt)}${noted(deed.payload.note)}`;
    case 'reappointed':
      return `Xin lỗi và hẹn lại ${at(deed.payload.promisedAt)}${noted(deed.payload.note)}`;
    case 'late-explained':
      return `Lý do quá hạn ở bước “${step(deed.payload.position)}”${noted(deed.payload.note)}`;
    case 'supplement-received': {
      const { lines, missing, note } = deed.payload;
      const rest = missing === 0 ? 'đã đủ' : `còn thiếu ${missing}`;
      return `Nhận ${lines.length} giấy tờ, nội dung bổ sung, ${rest}${noted(note)}`;
    }
    case 'letter-issued':
      return `${LETTER_LABELS[deed.payload.what]} số ${letterNumber(deed.payload.number)}`;
    case 'proposed': {
      const { what, reason } = deed.payload;
      const who = what === 'withdrawal' ? 'Yêu cầu' : 'Đề nghị';
      return `${who}: ${PROPOSAL_LABELS[what].toLowerCase()}${noted(reason)}`;
    }
    case 'proposal-decided': {
      const { what, outcome, note } = deed.payload;
      return `${OUTCOME_LABELS[outcome]} đề nghị ${PROPOSAL_LABELS[what].toLowerCase()}${noted(note)}`;
    }
    case 'corrected': {
      const fields = deed.payload.fields.map((field) => FIELD_LABELS[field].toLowerCase()).join(', ');
      return `Đính chính ${fields}${noted(deed.payload.note)}`;
    }
  }
}

/** The number of a letter without the mark of its book. */
export function letterNumber(kept: string): string {
  return kept.replace(/-CV$/, '');
}

function noted(note: string): string {
  return note === '' ? '' : `: ${note}`;
}
