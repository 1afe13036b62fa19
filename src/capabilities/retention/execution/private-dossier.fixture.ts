import { actAs } from '#test/cast.ts';
import type { TestSystem } from '#test/database.ts';
import { receptionOf } from '#test/dossiers.ts';
import { returnedDossier } from '#test/returned.ts';

/** Words that only the person of the dossier could have brought. */
export const PRIVATE = {
  fullName: 'Nguyễn Thị Thử Xóa',
  idNumber: '052088111222',
  phone: '0905888111',
  email: 'thu.xoa@example.vn',
  address: 'Thôn Thử Xóa, xã An Hòa',
} as const;

/** A returned dossier of that person. */
export async function privateDossierOf(system: TestSystem): Promise<string> {
  const ctx = await actAs(system, 'mot-cua.an-hoa');
  const { applicant } = await receptionOf(ctx);
  const { number } = await returnedDossier(system, {
    applicant: { ...applicant, ...PRIVATE },
    summary: `Chứng thực chữ ký của ${PRIVATE.fullName}`,
  });
  return number;
}
