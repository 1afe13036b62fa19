import { Hono } from 'hono';
import { refuse } from '#kernel/refusal.ts';
import type { AppEnv } from '#foundation/http.ts';
import { fileAnswer } from '#web/http/file-answer.ts';
import { valueOf } from '#web/http/form-values.ts';
import { readForm } from '#web/http/read-form.ts';
import { lookupInput } from '../lookup/schema.ts';
import { takeResult } from './electronic.ts';

export const citizenResultRoutes = new Hono<AppEnv>();

/** Taking the result may end the dossier, so no address that something only follows does it. */
citizenResultRoutes.post('/tra-cuu/:number/ket-qua/:id{[0-9]{1,15}}', async (c) => {
  const ctx = c.get('ctx');
  const { values } = await readForm(c);
  const receipt = lookupInput.safeParse({ number: c.req.param('number'), code: valueOf(values, 'ma') });
  if (!receipt.success) {
    return refuse(
      'missing',
      'Hãy mở lại trang tra cứu bằng số hồ sơ và mã tra cứu trên giấy hẹn rồi tải kết quả.',
    );
  }
  const resultId = Number(c.req.param('id'));
  const file = await takeResult(ctx, { receipt: receipt.data, resultId, address: c.get('address') });
  return fileAnswer(
    { ...file, disposition: 'attachment', open: async (range) => ctx.files.open(file.hash, range) },
    undefined,
  );
});
