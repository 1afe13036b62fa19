import { fold } from '#kernel/vietnamese/fold.ts';

/** Syllables of names, put together by chance: nobody is meant. The first family name is borne by a third of all. */
const FAMILY = [
  'Nguyễn',
  'Nguyễn',
  'Nguyễn',
  'Nguyễn',
  'Trần',
  'Lê',
  'Phạm',
  'Hoàng',
  'Đinh',
  'Võ',
  'Đặng',
  'Bùi',
];
const MIDDLE = [
  'Thị',
  'Văn',
  'Thị Thu',
  'Đình',
  'Hữu',
  'Ngọc',
  'Minh',
  'Thị Kim',
  'Quốc',
  'Xuân',
  'Thanh',
  'Đức',
];
const GIVEN =
  'An Anh Ánh Bảo Bình Châu Chi Cường Diễm Dũng Duyên Đạt Điệp Giang Hà Hạnh Hậu Hiền Hiếu Hòa Hồng Huệ Hùng Hương Khánh Khôi Kiệt Lan Lâm Liên Linh Loan Long Lợi Mai Mạnh Mỹ Nam Nga Ngân Nhân Nhi Nhung Phúc Phương Quân Quyên Sơn Tâm Thảo Thắng Thủy Tiến Trang Trinh Trung Tuấn Uyên Vinh Yến'.split(
    ' ',
  );

/** A name as it is written and as it is searched for. */
export type Name = { readonly written: string; readonly folded: string };

/** Every combination, the same in each run. */
export const NAMES: readonly Name[] = FAMILY.flatMap((family) =>
  MIDDLE.flatMap((middle) =>
    GIVEN.map((given) => {
      const written = `${family} ${middle} ${given}`;
      return { written, folded: fold(written) };
    }),
  ),
);
