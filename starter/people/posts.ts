import type { Role } from '#foundation/access/roles.ts';

/** A post of the starter world, with the made-up person who holds it when there is one. */
export type StarterPost = {
  /** Code of the unit. */
  readonly unit: string;
  readonly title: string;
  readonly roles: readonly Role[];
  readonly holder?: { readonly login: string; readonly name: string };
};

/** Commune posts by Decree 92/2009/ND-CP; one officer per field of work, as in a commune of An Lão. */
const AN_HOA: readonly StarterPost[] = [
  {
    unit: 'xa-an-hoa',
    title: 'Công chức tiếp nhận và trả kết quả',
    roles: ['one-stop'],
    holder: { login: 'mot-cua.an-hoa', name: 'Cán bộ một cửa An Hòa' },
  },
  {
    unit: 'xa-an-hoa',
    title: 'Công chức Tư pháp - hộ tịch',
    roles: ['specialist'],
    holder: { login: 'tu-phap.an-hoa', name: 'Chuyên viên Tư pháp - hộ tịch An Hòa' },
  },
  {
    unit: 'xa-an-hoa',
    title: 'Công chức Văn hóa - xã hội',
    roles: ['specialist'],
    holder: { login: 'van-hoa-xa-hoi.an-hoa', name: 'Chuyên viên Văn hóa - xã hội An Hòa' },
  },
  {
    unit: 'xa-an-hoa',
    title: 'Công chức Địa chính - nông nghiệp - xây dựng và môi trường',
    roles: ['specialist'],
    holder: { login: 'dia-chinh.an-hoa', name: 'Chuyên viên Địa chính - xây dựng An Hòa' },
  },
  {
    unit: 'xa-an-hoa',
    title: 'Chủ tịch Ủy ban nhân dân xã',
    roles: ['chairman'],
    holder: { login: 'chu-tich.an-hoa', name: 'Chủ tịch UBND xã An Hòa' },
  },
  {
    unit: 'xa-an-hoa',
    title: 'Công chức Văn phòng - thống kê, kiêm văn thư',
    roles: ['records-clerk'],
    holder: { login: 'van-thu.an-hoa', name: 'Văn thư UBND xã An Hòa' },
  },
];

const AN_TOAN: readonly StarterPost[] = [
  {
    unit: 'xa-an-toan',
    title: 'Công chức tiếp nhận và trả kết quả',
    roles: ['one-stop'],
    holder: { login: 'mot-cua.an-toan', name: 'Cán bộ một cửa An Toàn' },
  },
];

const DISTRICT: readonly StarterPost[] = [
  {
    unit: 'bo-phan-mot-cua-huyen',
    title: 'Cán bộ tiếp nhận và trả kết quả',
    roles: ['one-stop'],
    holder: { login: 'mot-cua.huyen', name: 'Cán bộ một cửa huyện An Lão' },
  },
  { unit: 'bo-phan-mot-cua-huyen', title: 'Trưởng Bộ phận Tiếp nhận và Trả kết quả', roles: ['unit-leader'] },
  {
    unit: 'huyen-an-lao',
    title: 'Chủ tịch Ủy ban nhân dân huyện',
    roles: ['chairman'],
    holder: { login: 'chu-tich.huyen', name: 'Chủ tịch UBND huyện An Lão' },
  },
  { unit: 'huyen-an-lao', title: 'Phó Chủ tịch Ủy ban nhân dân huyện', roles: ['chairman'] },
  {
    unit: 'huyen-an-lao',
    title: 'Văn thư Ủy ban nhân dân huyện',
    roles: ['records-clerk'],
    holder: { login: 'van-thu.huyen', name: 'Văn thư UBND huyện An Lão' },
  },
  {
    unit: 'huyen-an-lao',
    title: 'Thanh tra viên được giao kiểm tra cải cách hành chính',
    roles: ['inspector'],
    holder: { login: 'thanh-tra', name: 'Thanh tra viên huyện An Lão' },
  },
  { unit: 'van-phong-hdnd-ubnd', title: 'Chánh Văn phòng', roles: ['unit-leader'] },
  {
    unit: 'van-phong-hdnd-ubnd',
    title: 'Chuyên viên công nghệ thông tin, quản trị hệ thống',
    roles: ['it-administrator'],
    holder: { login: 'quan-tri', name: 'Quản trị hệ thống huyện An Lão' },
  },
  { unit: 'phong-noi-vu', title: 'Trưởng phòng Nội vụ', roles: ['unit-leader'] },
  {
    unit: 'phong-noi-vu',
    title: 'Chuyên viên cải cách hành chính',
    roles: ['home-affairs'],
    holder: { login: 'noi-vu', name: 'Chuyên viên cải cách hành chính huyện An Lão' },
  },
  {
    unit: 'chi-nhanh-vpdkdd',
    title: 'Viên chức đăng ký đất đai',
    roles: ['specialist', 'records-clerk'],
    holder: { login: 'dang-ky-dat-dai', name: 'Viên chức đăng ký đất đai An Lão' },
  },
  {
    unit: 'chi-nhanh-vpdkdd',
    title: 'Giám đốc Chi nhánh Văn phòng Đăng ký đất đai',
    roles: ['unit-leader'],
    holder: {
      login: 'giam-doc.dang-ky-dat-dai',
      name: 'Giám đốc Chi nhánh Văn phòng Đăng ký đất đai An Lão',
    },
  },
];

/** In these departments one specialist also keeps the records, as small departments do. */
const DEPARTMENTS = [
  { unit: 'phong-tu-phap', login: 'tu-phap', name: 'Tư pháp' },
  { unit: 'phong-tai-chinh-ke-hoach', login: 'tai-chinh', name: 'Tài chính - Kế hoạch' },
  { unit: 'phong-tai-nguyen-moi-truong', login: 'tai-nguyen', name: 'Tài nguyên và Môi trường' },
  { unit: 'phong-kinh-te-ha-tang', login: 'ha-tang', name: 'Kinh tế và Hạ tầng' },
  { unit: 'phong-lao-dong-tbxh', login: 'lao-dong', name: 'Lao động - Thương binh và Xã hội' },
  { unit: 'phong-giao-duc-dao-tao', login: 'giao-duc', name: 'Giáo dục và Đào tạo' },
] as const;

function departmentPosts({ unit, login, name }: (typeof DEPARTMENTS)[number]): readonly StarterPost[] {
  return [
    {
      unit,
      title: `Trưởng phòng ${name}`,
      roles: ['unit-leader'],
      holder: { login: `truong-phong.${login}`, name: `Trưởng phòng ${name} An Lão` },
    },
    {
      unit,
      title: `Chuyên viên Phòng ${name}, kiêm văn thư`,
      roles: ['specialist', 'records-clerk'],
      holder: { login: `chuyen-vien.${login}`, name: `Chuyên viên Phòng ${name} An Lão` },
    },
  ];
}

/** Posts with a name of their own; the other communes and departments get vacant ones. */
export const STARTER_POSTS: readonly StarterPost[] = [
  ...AN_HOA,
  ...AN_TOAN,
  ...DISTRICT,
  ...DEPARTMENTS.flatMap(departmentPosts),
];

/** What every commune needs for the procedures it takes. */
export const COMMUNE_POSTS: readonly Omit<StarterPost, 'unit'>[] = [
  { title: 'Công chức tiếp nhận và trả kết quả', roles: ['one-stop'] },
  { title: 'Công chức Tư pháp - hộ tịch', roles: ['specialist'] },
  { title: 'Chủ tịch Ủy ban nhân dân xã', roles: ['chairman'] },
  { title: 'Công chức Văn phòng - thống kê, kiêm văn thư', roles: ['records-clerk'] },
];

/** What every department needs. */
export const DEPARTMENT_POSTS: readonly Omit<StarterPost, 'unit'>[] = [
  { title: 'Lãnh đạo cơ quan', roles: ['unit-leader'] },
  { title: 'Chuyên viên, kiêm văn thư', roles: ['specialist', 'records-clerk'] },
];
