import { can, requireActor } from '#foundation/access/authorise.ts';
import type { Permission } from '#foundation/access/rules.ts';
import type { Actor, Context } from '#foundation/context.ts';
import { askedOfUs } from '#capabilities/dossiers/consultation/service.ts';
import { approvalCount } from '#capabilities/dossiers/proposals/service.ts';
import { inboxCounts } from '#capabilities/dossiers/inbox/service.ts';
import type { NavEntry, NavGroup } from '#web/shell/staff-nav.tsx';

/** The first page of a post's day. */
export function deskOf(actor: Actor): string {
  if (can(actor, 'dossier.handle')) return '/inbox';
  return can(actor, 'dossier.read') ? '/dossiers' : '/people';
}

type Entry = NavEntry & { readonly permission?: Permission };
type Group = { readonly title?: string; readonly entries: readonly Entry[] };

/** The officers' navigation: only what the acting post may use, with the counts that matter today. */
export async function navigation(ctx: Context, path: string): Promise<readonly NavGroup[]> {
  const actor = requireActor(ctx);
  const groups = [await daily(ctx), await together(ctx), BOOKS, REPORTS, catalogue(actor)];
  return groups
    .map((group) => ({
      ...group,
      entries: group.entries
        .filter((entry) => entry.permission === undefined || can(actor, entry.permission))
        .map(({ permission: _permission, ...entry }) => ({ ...entry, current: isCurrent(path, entry.href) })),
    }))
    .filter((group) => group.entries.length > 0);
}

async function daily(ctx: Context): Promise<Group> {
  const counts = await inboxCounts(ctx);
  const [returns, open, handed] = [counts.toReturn, counts.open, counts.handed];
  return {
    entries: [
      { href: '/inbox', text: 'Việc cần làm', key: 'v', permission: 'dossier.handle', ...urgent(counts) },
      { href: '/intake', text: 'Tiếp nhận hồ sơ', key: 'n', permission: 'dossier.receive' },
      { href: '/returns', text: 'Trả kết quả', key: 't', permission: 'dossier.return', count: returns },
      { href: '/dossiers', text: 'Hồ sơ', key: 'h', permission: 'dossier.read', count: open },
      { href: '/handovers', text: 'Bàn giao', key: 'b', permission: 'dossier.handle', count: handed },
    ],
  };
}

/** What waits for somebody else, or for a second person. */
async function together(ctx: Context): Promise<Group> {
  const opinions = await askedOfUs(ctx);
  const waiting = await approvalCount(ctx);
  const handling = { permission: 'dossier.handle' } as const;
  return {
    title: 'Phối hợp, phê duyệt',
    entries: [
      {
        href: '/consultations',
        text: 'Lấy ý kiến',
        ...handling,
        count: opinions.asked,
        hot: opinions.late > 0,
      },
      { href: '/approvals', text: 'Chờ duyệt', ...handling, count: waiting, hot: waiting > 0 },
      { href: '/apologies', text: 'Xin lỗi, hẹn lại', ...handling },
    ],
  };
}

const BOOKS: Group = {
  title: 'Sổ sách, theo dõi',
  entries: [
    { href: '/slips', text: 'Phiếu hướng dẫn, từ chối', permission: 'slip.issue' },
    { href: '/fees', text: 'Phí, lệ phí', key: 'l', permission: 'fee.read' },
    { href: '/tracking-book', text: 'Sổ theo dõi', permission: 'tracking-book.read' },
    { href: '/clock-report', text: 'Theo dõi thời hạn', permission: 'dossier.read' },
    { href: '/scores', text: 'Chấm điểm hồ sơ', permission: 'dossier.read' },
    { href: '/post', text: 'Bưu gửi', permission: 'dossier.read' },
    { href: '/notifications', text: 'Thông báo đã gửi', permission: 'dossier.read' },
    { href: '/results', text: 'Sổ kết quả', permission: 'result.read' },
    { href: '/reads', text: 'Ai đã xem hồ sơ', permission: 'reads.review' },
    { href: '/retention', text: 'Lưu trữ và tiêu hủy', permission: 'retention.read' },
  ],
};

const REPORTS: Group = {
  title: 'Báo cáo, chỉ tiêu',
  entries: [
    { href: '/indicators', text: 'Chỉ tiêu', permission: 'indicator.read' },
    { href: '/documents', text: 'Sổ văn bản', permission: 'document.read' },
    { href: '/report-check', text: 'Soát báo cáo', permission: 'report.check' },
  ],
};

function catalogue(actor: Actor): Group {
  return {
    title: 'Danh mục',
    entries: [
      { href: '/procedures', text: 'Thủ tục hành chính', permission: 'organisation.read' },
      { href: '/processes', text: 'Quy trình', permission: 'organisation.read' },
      { href: '/form-sets', text: 'Bộ mẫu phiếu', permission: 'form-set.read' },
      { href: '/clock-rules', text: 'Quy định về thời hạn', permission: 'clock-rules.read' },
      { href: '/scoring-sets', text: 'Tiêu chí chấm điểm', permission: 'scoring-set.read' },
      { href: '/organisation', text: 'Tổ chức bộ máy', permission: 'organisation.read' },
      { href: '/people', text: 'Cán bộ, vị trí', permission: 'people.read' },
      { href: '/calendar', text: 'Lịch làm việc', permission: 'calendar.read' },
      { href: '/witnesses', text: 'Nhân chứng của nhật ký', permission: 'account.manage' },
      { href: '/guard', text: 'Việc bị bỏ sót', permission: guardPermission(actor) },
      { href: '/operations', text: 'Vận hành hệ thống', permission: 'operations.manage' },
      { href: '/personal-data', text: 'Dữ liệu cá nhân', permission: 'personal-register.read' },
    ],
  };
}

/** Leaders watch over their units, operators over everything. */
function guardPermission(actor: Actor): Permission {
  return can(actor, 'operations.manage') ? 'operations.manage' : 'dossier.guard';
}

function urgent(counts: { readonly mine: number; readonly late: number }): Pick<NavEntry, 'count' | 'hot'> {
  return counts.late > 0 ? { count: counts.late, hot: true } : { count: counts.mine };
}

function isCurrent(path: string, href: string): boolean {
  return path === href || path.startsWith(`${href}/`);
}
