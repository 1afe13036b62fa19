/** Who and what the filled-in slips are about. The people are synthetic. */
import { instantAt } from '#kernel/local-date.ts';

export const received = instantAt('2020-04-28', 9 * 60 + 12);
export const due = instantAt('2020-05-06', 16 * 60 + 30);
export const procedureName = 'Cấp Giấy xác nhận tình trạng hôn nhân';
export const dossierNumber = '000.28.14.H08-200428-0012';

export const letterhead = {
  parentAgency: 'Ủy ban nhân dân huyện An Lão',
  agency: 'Ủy ban nhân dân xã An Hòa',
  place: 'An Hòa',
} as const;

export const oneStop = {
  name: 'Bộ phận Tiếp nhận và Trả kết quả',
  address: 'thôn Trà Cong, xã An Hòa, huyện An Lão',
  phone: '0256 000 0000',
  hours: '7:00–11:30 và 13:30–17:00, từ Thứ Hai đến Thứ Sáu',
  website: 'motcua.example.vn',
} as const;

export const applicant = {
  name: 'Nguyễn Thị B',
  identity: { kind: 'citizen', number: '052090000001' },
  address: 'thôn Vạn Long, xã An Hòa, huyện An Lão, tỉnh Bình Định',
  phone: '0900 000 001',
  email: null,
} as const;

export const person = { letterhead, oneStop, applicant, procedureName, officerName: 'Đinh Văn A' } as const;
