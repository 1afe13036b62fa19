import { Banner } from '#web/ui/banner.tsx';
import type { TreeFilter } from './view.ts';

/** Tells that the typed date is none and that the page shows today instead. */
export function WrongDate({ filter }: Readonly<{ filter: Pick<TreeFilter, 'wrongDate'> }>) {
  if (filter.wrongDate === null) return null;
  return (
    <Banner kind="warning" title={`Không đọc được ngày “${filter.wrongDate}”`}>
      <p>Hãy nhập ngày/tháng/năm, ví dụ 28/4/2020. Trang đang hiện tổ chức của ngày hôm nay.</p>
    </Banner>
  );
}
