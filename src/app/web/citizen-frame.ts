import type { ComponentChildren } from 'preact';
import type { Context } from '#foundation/context.ts';
import { organisationNow } from '#foundation/organisation/service.ts';
import type { OrganisationTree, Unit } from '#foundation/organisation/schema.ts';
import type { CitizenNavLink } from '#web/shell/citizen-shell.tsx';

export type CitizenFrame = {
  readonly siteName: string;
  readonly authorityName: string;
  readonly nav: readonly CitizenNavLink[];
  readonly footer: ComponentChildren;
};

/** What the public side has, on every page. */
export const LINKS = [
  { href: '/thu-tuc', text: 'Thủ tục' },
  { href: '/tra-cuu', text: 'Tra cứu hồ sơ' },
  { href: '/tinh-ngay-hen', text: 'Tính ngày hẹn' },
] as const;

/** Names and links around every public page; the authority is the highest People's Committee of the day. */
export async function citizenFrame(ctx: Context, path: string): Promise<CitizenFrame> {
  const tree = await organisationNow(ctx);
  const authority = authorityOf(tree);
  const nav = LINKS.map((link) => ({
    ...link,
    current: path === link.href || path.startsWith(`${link.href}/`),
  }));
  const desk = ctx.actor
    ? { href: '/desk', text: 'Bàn làm việc', current: false }
    : { href: '/sign-in', text: 'Đăng nhập', current: path === '/sign-in' };
  return {
    siteName: authority ? `Một Cửa ${placeOf(authority)}` : 'Một Cửa',
    authorityName: authority ? fullNameOf(tree, authority) : 'Chưa khai báo cơ quan',
    nav: [...nav, desk],
    footer: authority ? [authority.address, authority.phone].filter(Boolean).join(' · ') : null,
  };
}

/** `huyện An Lão` of `UBND huyện An Lão` or `Huyện An Lão`. */
function placeOf({ shortName }: Unit): string {
  const place = shortName.replace(/^(?:UBND|Ủy ban nhân dân) /, '');
  return place.charAt(0).toLocaleLowerCase('vi') + place.slice(1);
}

/** `Ủy ban nhân dân huyện An Lão, tỉnh Bình Định`. */
function fullNameOf(tree: OrganisationTree, authority: Unit): string {
  const above = authority.parentId === null ? undefined : tree.units.get(authority.parentId);
  return above ? `${authority.name}, ${placeOf(above)}` : authority.name;
}

function authorityOf(tree: OrganisationTree): Unit | null {
  const committees = [...tree.units.values()].filter((unit) => unit.kind === 'people-committee');
  const byLevel = (level: Unit['level']) => committees.find((unit) => unit.level === level);
  return byLevel('district') ?? byLevel('province') ?? byLevel('commune') ?? null;
}
