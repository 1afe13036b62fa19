import { periodWords } from '#kernel/period/words.ts';
import { INDICATOR_KIND_LABELS, REFORM_AREA_LABELS } from '#foundation/figures/schema.ts';
import type { ExportColumn } from '#web/http/export.ts';
import { CERTAINTY_LABELS, ORIGIN_LABELS } from '../words.ts';
import type { ListedIndicator } from './service.ts';

export const CATALOGUE_COLUMNS: readonly ExportColumn<ListedIndicator>[] = [
  { header: 'Mã', value: ({ indicator }) => indicator.code, width: 22 },
  { header: 'Tên chỉ tiêu', value: ({ indicator }) => indicator.name, width: 48 },
  { header: 'Nội dung cải cách', value: ({ indicator }) => REFORM_AREA_LABELS[indicator.area], width: 28 },
  { header: 'Định nghĩa', value: ({ indicator }) => indicator.definition, width: 60 },
  { header: 'Loại', value: ({ indicator }) => INDICATOR_KIND_LABELS[indicator.kind] },
  { header: 'Đơn vị tính', value: ({ indicator }) => indicator.unitOfMeasure },
  { header: 'Cách tính', value: ({ indicator }) => indicator.method, width: 60 },
  { header: 'Số mới nhất', value: ({ latest }) => latest.value },
  {
    header: 'Kỳ',
    value: ({ latest }) => (latest.value === null ? '' : periodWords(latest.period)),
    width: 24,
  },
  { header: 'Có từ đâu', value: ({ latest }) => ORIGIN_LABELS[latest.origin] },
  {
    header: 'Độ tin cậy',
    value: ({ latest }) => (latest.certainty ? CERTAINTY_LABELS[latest.certainty] : ''),
  },
  { header: 'Nguồn', value: ({ latest }) => latest.source?.title ?? '', width: 40 },
];
