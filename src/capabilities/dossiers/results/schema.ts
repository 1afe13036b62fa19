import { z } from 'zod';
import { resultFields, resultQuery, resultPaths, isInOrder } from '#capabilities/results/schema.ts';
import { listAt } from '#web/http/list-state.ts';
import { dossierPath } from '../schema.ts';

export const resultList = listAt(resultPaths.list, resultQuery.parse({}));

export const takePath = (number: string, resultId: number): string =>
  `/tra-cuu/${encodeURIComponent(number)}/ket-qua/${resultId}`;

export const furtherResultPath = (number: string): string => dossierPath(number, 'results/new');

const { kind, title, documentNumber, issuedOn, signer, validFrom, validTo } = resultFields;

/** One more result of a dossier, besides the one that its last step led to. */
export const furtherInput = z
  .object({ number: z.string().min(1), kind, title, documentNumber, issuedOn, signer, validFrom, validTo })
  .refine(isInOrder, { path: ['validTo'], error: 'Ngày hết hiệu lực phải từ ngày có hiệu lực trở đi.' });
export type FurtherInput = z.infer<typeof furtherInput>;
