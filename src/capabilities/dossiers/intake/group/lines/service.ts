import { localDateOf } from '#kernel/local-date.ts';
import type { FieldMessages } from '#kernel/refusal.ts';
import type { Context } from '#foundation/context.ts';
import { enteredBefore, type Standing, standingsOf } from '../../standing/service.ts';
import type { CheckedLine, CommonInput, Line } from '../schema.ts';
import { checkShapes } from './rules.ts';

type Asked = {
  readonly common: Pick<CommonInput, 'confirmedDuplicate' | 'confirmedIdentity'>;
  readonly procedureId: number;
  readonly earlier: boolean;
};

/** Each line with everything for which the reception would refuse it; nothing is written. */
export async function checkLines(
  ctx: Context,
  lines: readonly Line[],
  { common, procedureId, earlier }: Asked,
): Promise<readonly CheckedLine[]> {
  const { confirmedDuplicate } = common;
  const shaped = checkShapes(lines, { earlier, today: localDateOf(ctx.now), confirmedDuplicate });
  const people = shaped.map(({ input }) => input?.applicant ?? NOBODY);
  const standings = await standingsOf(ctx, people, procedureId);
  const papers = shaped.flatMap(({ input }) => (input?.earlier ? [input.earlier.paperNumber] : []));
  const entered = papers.length === 0 ? new Map<string, string>() : await enteredBefore(ctx, papers);
  return shaped.map((checked, place) => ({
    ...checked,
    problems: {
      ...checked.problems,
      ...standingProblems(standings[place], common),
      ...enteredProblem(checked, entered),
    },
  }));
}

const NOBODY = { fullName: '', idNumber: '' };

function standingProblems(standing: Standing | undefined, common: Asked['common']): FieldMessages {
  const { otherName = null, running = null } = standing ?? {};
  return {
    ...(otherName === null || common.confirmedIdentity
      ? {}
      : { idNumber: `Số này đã ghi cho người tên ${otherName}. Hãy đối chiếu giấy tờ.` }),
    ...(running === null || common.confirmedDuplicate
      ? {}
      : { fullName: `Người này đang có hồ sơ ${running} cùng thủ tục chưa giải quyết xong.` }),
  };
}

function enteredProblem({ input }: CheckedLine, entered: ReadonlyMap<string, string>): FieldMessages {
  const number = input?.earlier ? entered.get(input.earlier.paperNumber) : undefined;
  return number === undefined ? {} : { paperNumber: `Số này đã được nhập thành hồ sơ ${number}.` };
}

/** Lines for which nothing stands in the way. */
export function rightOf(lines: readonly CheckedLine[]): readonly RightLine[] {
  return lines.flatMap(({ line, input, problems }) =>
    input !== null && Object.keys(problems).length === 0 ? [{ line: line.line, ...input }] : [],
  );
}

/** Lines that cannot be received as they are. */
export function wrongOf(lines: readonly CheckedLine[]): readonly CheckedLine[] {
  return lines.filter(({ input, problems }) => input === null || Object.keys(problems).length > 0);
}

export type RightLine = { readonly line: number } & NonNullable<CheckedLine['input']>;
