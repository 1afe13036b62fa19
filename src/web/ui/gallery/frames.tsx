import type { ComponentChildren } from 'preact';
import { CitizenShell } from '#web/shell/citizen-shell.tsx';
import type { NavGroup } from '#web/shell/staff-nav.tsx';
import { StaffShell } from '#web/shell/staff-shell.tsx';
import type { Crumb } from '#web/ui/breadcrumbs.tsx';

const NAV: readonly NavGroup[] = [
  {
    entries: [
      { href: '#viec', text: 'Việc cần làm', count: 3, hot: true, current: true, key: 'g v' },
      { href: '#tiep-nhan', text: 'Tiếp nhận hồ sơ', key: 'n' },
      { href: '#ho-so', text: 'Hồ sơ', count: 41, key: 'g h' },
      { href: '#tra', text: 'Trả kết quả', count: 7, key: 'g t' },
    ],
  },
  {
    title: 'Văn phòng',
    entries: [
      { href: '#van-ban', text: 'Văn bản', count: 5 },
      { href: '#nhiem-vu', text: 'Nhiệm vụ', count: 2 },
      { href: '#bao-cao', text: 'Báo cáo' },
    ],
  },
  {
    title: 'Cải cách',
    entries: [
      { href: '#chi-so', text: 'Chỉ số CCHC' },
      { href: '#khao-sat', text: 'Khảo sát' },
      { href: '#thong-ke', text: 'Thống kê' },
    ],
  },
];

type StaffExampleProps = Readonly<{
  title: string;
  tag?: ComponentChildren;
  lead?: ComponentChildren;
  actions?: ComponentChildren;
  breadcrumbs?: readonly Crumb[];
  notice?: ComponentChildren;
  children: ComponentChildren;
}>;

/** The staff shell with an example person and navigation. */
export function StaffExample(props: StaffExampleProps) {
  return (
    <StaffShell
      {...props}
      unitName="Xã An Hòa"
      person={{
        name: 'Nguyễn Thị B',
        postTitle: 'Cán bộ một cửa',
        unitName: 'Xã An Hòa',
        accountHref: '#tai-khoan',
      }}
      posts={[{ id: '2', title: 'Công chức Văn phòng - thống kê (thay Đinh Văn A)', unitName: 'Xã An Hòa' }]}
      nav={NAV}
      search={{ action: '#', value: '' }}
      hidden={[]}
    />
  );
}

type CitizenExampleProps = Readonly<{
  title?: string;
  lead?: ComponentChildren;
  hero?: ComponentChildren;
  width?: 'narrow' | 'wide';
  breadcrumbs?: readonly Crumb[];
  signedIn?: boolean;
  children: ComponentChildren;
}>;

/** The citizens' shell with an example authority. */
export function CitizenExample({ signedIn, ...props }: CitizenExampleProps) {
  return (
    <CitizenShell
      {...props}
      siteName="Một Cửa huyện An Lão"
      authorityName="Ủy ban nhân dân huyện An Lão, tỉnh Bình Định"
      nav={[
        { href: '#thu-tuc', text: 'Thủ tục' },
        { href: '#tra-cuu', text: 'Tra cứu hồ sơ', current: true },
        { href: '#phan-anh', text: 'Phản ánh, kiến nghị' },
        ...(signedIn ? [] : [{ href: '#dang-nhap', text: 'Đăng nhập' }]),
      ]}
      signedIn={signedIn ? { name: 'Nguyễn Thị B', action: '#dang-xuat', hidden: [] } : undefined}
      footer={
        <p>Bộ phận Tiếp nhận và Trả kết quả làm việc từ thứ Hai đến thứ Sáu, 7:00–11:30 và 13:30–17:00.</p>
      }
    />
  );
}
