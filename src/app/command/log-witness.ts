import type { Context } from '#foundation/context.ts';
import { type KeyName, witnessKeyNamed } from '#foundation/log/witness/keys.ts';
import { recordAboutLog } from '#foundation/log/alarms.ts';
import { refuse } from '#kernel/refusal.ts';
import { formatDateTime, formatNumber } from '#kernel/vietnamese/format.ts';
import { formatVerifierKey } from '#kernel/merkle/verifier-key.ts';
import type { Act } from './log-acts.ts';
import type { ExitCode, Output } from './command.ts';

/** `motcua log witness …`: who vouches for this log, and for whose logs this installation vouches. */
export function witness([verb, first, second]: readonly string[]): Act {
  if (verb === 'list') return async (ctx, _signer, output) => list(ctx, output);
  if (verb === 'add' && first !== undefined && second !== undefined)
    return async (ctx, _signer, output) => add(ctx, { url: first, text: second }, output);
  if (verb === 'remove' && first !== undefined)
    return async (ctx, _signer, output) => remove(ctx, first, output);
  if (verb === 'trust' && first !== undefined)
    return async (ctx, _signer, output) => trust(ctx, first, output);
  if (verb === 'distrust' && first !== undefined)
    return async (ctx, _signer, output) => distrust(ctx, first, output);
  return refuse(
    'invalid',
    'Hãy dùng: log witness list, witness add ĐỊA-CHỈ KHÓA, witness remove TÊN, witness trust KHÓA, hoặc witness distrust TÊN-NHẬT-KÝ.',
  );
}

async function list(ctx: Context, output: Output): Promise<ExitCode> {
  const asked = await ctx.witnessing.asked.all();
  const logs = await ctx.witnessing.own.logs();
  const own = formatVerifierKey(await ctx.witnessing.own.key());
  const facts = {
    asked: asked.map(({ url, key, last, answeredAt, problem }) => ({
      name: key.name,
      url,
      key: formatVerifierKey(key),
      size: last?.size ?? 0,
      answeredAt,
      problem,
    })),
    ownKey: own,
    witnessed: logs.map(({ origin, last }) => ({ origin, size: last?.size ?? 0 })),
  };
  output.print(
    facts,
    [
      asked.length === 0 ? 'Chưa nhờ nhân chứng nào.' : 'Nhờ ký xác nhận:',
      ...asked.map(({ key, url, last, answeredAt, problem }) =>
        [
          `  ${key.name} (${url}): đã xác nhận ${formatNumber(last?.size ?? 0)} mục`,
          answeredAt === null ? 'chưa trả lời lần nào' : `lần cuối ${formatDateTime(answeredAt)}`,
          ...(problem === '' ? [] : [problem]),
        ].join('; '),
      ),
      logs.length === 0 ? 'Chưa làm chứng cho nhật ký nào.' : 'Làm chứng cho:',
      ...logs.map(({ origin, last }) => `  ${origin}: ${formatNumber(last?.size ?? 0)} mục`),
      `Khóa của nhân chứng này, đưa cho bên nhờ: ${own}`,
      `Địa chỉ của nhân chứng này: ${ctx.publicUrl}/nhat-ky/nhan-chung`,
    ].join('\n'),
  );
  return 0;
}

type Named = { readonly url: string; readonly text: string };

async function add(ctx: Context, { url, text }: Named, output: Output): Promise<ExitCode> {
  const key = keyOf(text, 'cosignature');
  if (!/^https?:\/\//.test(url) || !URL.canParse(url)) {
    refuse('invalid', 'Địa chỉ nhân chứng phải có dạng https://máy-chủ/đường-dẫn.');
  }
  const known = (await ctx.witnessing.asked.all()).find((one) => one.key.keyId === key.keyId);
  const kept = { last: known?.last ?? null, answeredAt: known?.answeredAt ?? null, problem: '' };
  await ctx.witnessing.asked.keep({ ...kept, url: url.replace(/\/+$/, ''), key });
  await recordAboutLog(ctx, { kind: 'witness-added', payload: { name: key.name, key: text, url } });
  output.print({ added: key.name, url }, `Đã thêm nhân chứng ${key.name}; trong năm phút sẽ nhờ ký lần đầu.`);
  return 0;
}

async function remove(ctx: Context, name: string, output: Output): Promise<ExitCode> {
  if (!(await ctx.witnessing.asked.remove(name))) refuse('missing', `Không có nhân chứng nào tên ${name}.`);
  await recordAboutLog(ctx, { kind: 'witness-removed', payload: { name } });
  output.print({ removed: name }, `Đã thôi nhờ nhân chứng ${name}; việc này đã vào nhật ký.`);
  return 0;
}

async function trust(ctx: Context, text: string, output: Output): Promise<ExitCode> {
  const key = keyOf(text, 'text');
  await ctx.witnessing.own.trust(key);
  output.print({ trusted: key.name }, `Từ nay làm chứng cho nhật ký ${key.name}.`);
  return 0;
}

async function distrust(ctx: Context, origin: string, output: Output): Promise<ExitCode> {
  if (!(await ctx.witnessing.own.distrust(origin)))
    refuse('missing', `Không làm chứng cho nhật ký nào tên ${origin}.`);
  output.print({ distrusted: origin }, `Đã thôi làm chứng cho ${origin} và quên trạng thái đã thấy.`);
  return 0;
}

function keyOf(text: string, kind: KeyName) {
  const wanted = kind === 'text' ? 'nhật ký (log status ở nơi đó)' : 'nhân chứng (log witness list ở nơi đó)';
  return (
    witnessKeyNamed(text, kind) ??
    refuse('invalid', `Đây không phải khóa kiểm tra của ${wanted}. Hãy chép cả dòng, đặt trong dấu nháy đơn.`)
  );
}
