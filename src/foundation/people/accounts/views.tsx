import { authorise } from '#foundation/access/authorise.ts';
import type { AppContext } from '#foundation/http.ts';
import { newFormId, type Redo } from '#foundation/submit.ts';
import { belowPeople, type FormState } from '../form-state.ts';
import { existingOfficer } from '../officers/details/service.ts';
import type { Officer } from '../officers/schema.ts';
import { accountPath, officerPath } from '../paths.ts';
import { idOf } from '../request.ts';
import { type AccountForm, AccountFormPage } from './pages.tsx';
import { accountToManage } from './service.ts';

export async function createView(c: AppContext, state: FormState): Promise<Redo> {
  await authorise(c.get('ctx'), 'account.manage');
  const officer = await existingOfficer(c.get('ctx'), idOf(c));
  return view(officer, state, {
    title: 'Cấp tài khoản',
    action: `${officerPath(officer.id)}/account`,
    back: officerPath(officer.id),
    submitText: 'Cấp tài khoản',
    explanation: `Hệ thống tạo mật khẩu dùng một lần cho ${officer.fullName} và chỉ hiện một lần ở trang sau.`,
    isEnding: false,
    field: {
      name: 'login',
      label: 'Tên đăng nhập',
      hint: 'Chữ không dấu, chữ số, dấu chấm và gạch nối. Nên đặt theo vị trí và đơn vị, ví dụ tu-phap.an-hoa.',
    },
  });
}

export async function resetView(c: AppContext, state: FormState): Promise<Redo> {
  const { account, officer } = await accountToManage(c.get('ctx'), idOf(c));
  return view(officer, state, {
    title: 'Cấp lại mật khẩu',
    action: accountPath(account.id, 'reset'),
    back: officerPath(officer.id),
    submitText: 'Cấp lại mật khẩu',
    explanation: `Mật khẩu hiện tại của ${account.login} mất hiệu lực và mọi phiên đăng nhập kết thúc ngay. Mật khẩu mới chỉ hiện một lần ở trang sau.`,
    isEnding: true,
  });
}

export async function disableView(c: AppContext, state: FormState): Promise<Redo> {
  const { account, officer } = await accountToManage(c.get('ctx'), idOf(c));
  return view(officer, state, {
    title: 'Khóa tài khoản',
    action: accountPath(account.id, 'disable'),
    back: officerPath(officer.id),
    submitText: 'Khóa tài khoản',
    explanation: `${officer.fullName} không đăng nhập được nữa và mọi phiên đăng nhập kết thúc ngay. Vị trí công tác không thay đổi.`,
    isEnding: true,
    field: { name: 'reason', label: 'Lý do', hint: 'Ví dụ: nghỉ hưu, nghi lộ mật khẩu' },
  });
}

export async function signOutView(c: AppContext, state: FormState): Promise<Redo> {
  const { account, officer } = await accountToManage(c.get('ctx'), idOf(c));
  return view(officer, state, {
    title: 'Kết thúc mọi phiên đăng nhập',
    action: accountPath(account.id, 'sign-out'),
    back: officerPath(officer.id),
    submitText: 'Kết thúc mọi phiên',
    explanation: `Mọi trình duyệt đang đăng nhập bằng ${account.login} phải đăng nhập lại. Mật khẩu không thay đổi.`,
    isEnding: true,
  });
}

export async function enableView(c: AppContext, state: FormState): Promise<Redo> {
  const { account, officer } = await accountToManage(c.get('ctx'), idOf(c));
  return view(officer, state, {
    title: 'Mở lại tài khoản',
    action: accountPath(account.id, 'enable'),
    back: officerPath(officer.id),
    submitText: 'Mở lại tài khoản',
    explanation: `${officer.fullName} đăng nhập lại được bằng mật khẩu cũ. Nếu nghi mật khẩu đã lộ, hãy cấp lại mật khẩu.`,
    isEnding: false,
  });
}

function view(officer: Officer, state: FormState, form: AccountForm): Redo {
  const up = { text: officer.fullName, href: form.back };
  return {
    options: { ...belowPeople(form.title, up), lead: officer.fullName },
    content: <AccountFormPage {...state} form={form} formId={newFormId()} />,
  };
}
