import { formatNumber } from '#kernel/vietnamese/format.ts';
import { isShareRight, shareOf } from '../figures/shares.ts';
import { findingAt, type Rule } from './rule.ts';

export const SHARE_NOT_FOLLOWING: Rule = {
  code: 'share-not-following',
  name: 'Tỷ lệ phần trăm không khớp với hai số',
  what: 'Tính lại tỷ lệ phần trăm từ phần và tổng số nêu cùng câu (dạng 12/13, “… trên tổng số …”, “trong … có …”). Chấp nhận làm tròn hoặc bỏ bớt chữ số cuối.',
  why: 'Tỷ lệ được suy ra từ hai số; khi không khớp thì một trong ba số sai.',
  examples: [
    {
      wrong: 'Có 45/50 đơn vị gửi báo cáo đúng hạn, đạt 95%.',
      right: 'Có 45/50 đơn vị gửi báo cáo đúng hạn, đạt 90%.',
    },
  ],
  find: (reading) =>
    reading.shares
      .filter((share) => share.part <= share.whole && !isShareRight(share))
      .map((share) =>
        findingAt(
          reading,
          {
            rule: SHARE_NOT_FOLLOWING.code,
            severity: 'error',
            message: `Báo cáo ghi ${share.percent.written}%, nhưng ${formatNumber(share.part)}/${formatNumber(share.whole)} là ${formatNumber(Number(shareOf(share).toFixed(2)))}%.`,
            suggestion: 'Tính lại tỷ lệ hoặc kiểm tra hai số.',
          },
          share.percent,
          ...share.ends,
        ),
      ),
};
