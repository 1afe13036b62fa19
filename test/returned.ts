import type { ReceiveInput } from '#capabilities/dossiers/intake/schema.ts';
import type { DossierState } from '#capabilities/dossiers/schema.ts';
import { passOn, returnResult } from '#capabilities/dossiers/service.ts';
import { actAs } from './cast.ts';
import type { TestSystem } from './database.ts';
import { receivedDossier } from './dossiers.ts';
import { advance } from './e2e/seed.ts';

/** An attested signature of An Hòa, all the way to the result in the hands of whoever came for it. */
export async function returnedDossier(
  system: TestSystem,
  change: Partial<ReceiveInput> = {},
): Promise<DossierState> {
  const received = await receivedDossier(system, { slug: 'chung-thuc-chu-ky', change });
  const noted = await passOn(await actAs(system, 'mot-cua.an-hoa'), {
    ...referenceOf(received),
    note: 'Người nộp tên Nguyễn Thị B đã ký trước mặt',
    officerId: null,
  });
  const ready = await advance(system, noted, 3);
  return returnResult(await actAs(system, 'mot-cua.an-hoa'), {
    ...referenceOf(ready),
    recipient: 'Nguyễn Thị B',
    relation: 'chính người nộp',
    idNumber: '052000111222',
    acknowledgement: 'signed',
    note: 'Bà B nhận đủ',
  });
}

function referenceOf({ number, sequence }: DossierState) {
  return { number, sequence };
}
