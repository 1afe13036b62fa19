import type { WhyDay } from '#web/ui/why-panel.tsx';

/** Three working days from the afternoon of 28 April 2020, over the holidays of 30 April and 1 May. */
export const DUE_DAYS: readonly WhyDay[] = [
  { date: '28/4', weekday: 'Ba', kind: 'skipped', note: 'nhận lúc 15:20, tính từ ngày làm việc sau' },
  { date: '29/4', weekday: 'Tư', kind: 'counted' },
  { date: '30/4', weekday: 'Năm', kind: 'skipped', note: 'Ngày Chiến thắng' },
  { date: '1/5', weekday: 'Sáu', kind: 'skipped', note: 'Ngày Quốc tế lao động' },
  { date: '2/5', weekday: 'Bảy', kind: 'skipped', note: 'nghỉ cuối tuần' },
  { date: '3/5', weekday: 'CN', kind: 'skipped', note: 'nghỉ cuối tuần' },
  { date: '4/5', weekday: 'Hai', kind: 'counted' },
  { date: '5/5', weekday: 'Ba', kind: 'due' },
];
