/** The columns of the workbook: what each is called, what to write, an example. */
import type { LineField } from '../schema.ts';

export const LIST_TITLE = 'Danh sách';

export type WorkbookColumn = {
  readonly header: string;
  readonly help: string;
  readonly example: string;
  readonly width: number;
  /** For dossiers that were received on paper before. */
  readonly earlier?: true;
};

export const COLUMNS = {
  fullName: {
    header: 'Họ và tên',
    help: 'Bắt buộc; tên tổ chức khi là tổ chức.',
    example: 'Nguyễn Thị B',
    width: 30,
  },
  idNumber: {
    header: 'Số định danh, mã số thuế',
    help: '12 chữ số; chứng minh nhân dân 9 chữ số; hộ chiếu; mã số thuế khi là tổ chức. Để trống nếu không có.',
    example: '052090000001',
    width: 24,
  },
  phone: { header: 'Điện thoại', help: 'Để trống nếu không có.', example: '0905000123', width: 16 },
  email: { header: 'Thư điện tử', help: 'Để trống nếu không có.', example: 'ten@example.vn', width: 24 },
  address: {
    header: 'Địa chỉ',
    help: 'Bắt buộc: thôn, xã, huyện.',
    example: 'Thôn 3, xã An Hòa, huyện An Lão',
    width: 40,
  },
  kind: {
    header: 'Cá nhân hay tổ chức',
    help: 'Cá nhân hoặc Tổ chức; để trống là cá nhân.',
    example: 'Cá nhân',
    width: 20,
  },
  representative: {
    header: 'Người đại diện',
    help: 'Người đại diện theo pháp luật, chỉ khi là tổ chức.',
    example: '',
    width: 26,
  },
  summary: {
    header: 'Nội dung yêu cầu',
    help: 'Ghi khi khác phần chung đã nhập ở trang nhập tệp.',
    example: 'Cấp 02 bản sao',
    width: 36,
  },
  paperNumber: {
    header: 'Số hồ sơ trên giấy',
    help: 'Bắt buộc với hồ sơ cũ: số trong sổ giấy.',
    example: '15/2019',
    width: 20,
    earlier: true,
  },
  receivedOn: {
    header: 'Ngày tiếp nhận',
    help: 'Bắt buộc với hồ sơ cũ: ngày/tháng/năm đã nhận trên giấy.',
    example: '3/6/2019',
    width: 18,
    earlier: true,
  },
} as const satisfies Readonly<Record<LineField, WorkbookColumn>>;

/** The columns in the order of the template. */
export const TEMPLATE_FIELDS: readonly LineField[] = [
  'fullName',
  'idNumber',
  'phone',
  'email',
  'address',
  'kind',
  'representative',
  'summary',
  'paperNumber',
  'receivedOn',
];
