/** The moments of life under which people look for a procedure, in the order they are shown. */
export type LifeEvent = {
  readonly code: string;
  readonly title: string;
  readonly description: string;
};

export const lifeEvents = [
  {
    code: 'birth',
    title: 'Sinh con, nuôi con',
    description: 'Khai sinh, thẻ bảo hiểm y tế cho trẻ, nhận cha, mẹ, con, nuôi con nuôi, giám hộ.',
  },
  {
    code: 'marriage',
    title: 'Kết hôn, hôn nhân',
    description: 'Đăng ký kết hôn, đăng ký lại, xác nhận tình trạng hôn nhân.',
  },
  {
    code: 'death',
    title: 'Khi có người thân qua đời',
    description: 'Khai tử, hỗ trợ mai táng, di chúc, thừa kế nhà đất.',
  },
  {
    code: 'personal-papers',
    title: 'Giấy tờ hộ tịch cá nhân',
    description: 'Sửa, bổ sung, đăng ký lại giấy tờ hộ tịch, xin bản sao trích lục.',
  },
  {
    code: 'certification',
    title: 'Chứng thực, sao y',
    description: 'Chứng thực bản sao, chữ ký, hợp đồng, di chúc, cấp bản sao từ sổ gốc.',
  },
  {
    code: 'land-house',
    title: 'Nhà, đất, xây dựng',
    description: 'Cấp và sang tên Giấy chứng nhận, tách thửa, chuyển mục đích, giấy phép xây dựng.',
  },
  {
    code: 'business',
    title: 'Kinh doanh, buôn bán',
    description: 'Mở, thay đổi, tạm ngừng, chấm dứt hộ kinh doanh.',
  },
  {
    code: 'social-support',
    title: 'Trợ giúp xã hội',
    description: 'Người khuyết tật, người cao tuổi, trẻ em, hộ nghèo, hộ cận nghèo.',
  },
  {
    code: 'education-culture',
    title: 'Giáo dục, văn hóa',
    description: 'Nhóm trẻ, lớp mẫu giáo, bản sao văn bằng, tổ chức lễ hội.',
  },
] as const satisfies readonly LifeEvent[];
