import type { ProcedureContent, ProcedureVersion } from '#capabilities/procedures/schema.ts';

const step = (
  name: string,
  scope: 'reception' | 'commune',
  workingHours: number,
): ProcedureContent['steps'][number] => ({
  name,
  place: { scope, function: null, role: scope === 'reception' ? 'one-stop' : 'specialist' },
  workingHours,
});

/** As much of a procedure as a process is made of: three steps in a row. */
export function sampleProcedure(): Pick<ProcedureVersion, 'slug'> & {
  readonly content: Pick<ProcedureContent, 'shortName' | 'steps'>;
} {
  return {
    slug: 'thu-tuc-mau',
    content: {
      shortName: 'Thủ tục mẫu',
      steps: [
        step('Tiếp nhận', 'reception', 2),
        step('Thẩm tra', 'commune', 16),
        step('Trả kết quả', 'reception', 2),
      ],
    },
  };
}
