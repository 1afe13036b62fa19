import { z } from 'zod';
import { processPaths } from '#capabilities/processes/schema.ts';

export const MIGRATION_TASK = 'dossier-migration';

/** A dossier that runs on an older version. */
export type OlderDossier = {
  readonly id: number;
  readonly number: string;
  readonly title: string;
  readonly versionId: number;
  readonly dueAt: Date;
  readonly stepName: string;
  readonly unitId: number;
};

export type StepCount = { readonly stepName: string; readonly unitId: number; readonly count: number };

/** A dossier of a migration and what became of it. */
export type MigrationItem = {
  readonly number: string;
  readonly dueFrom: Date;
  readonly dueTo: Date | null;
  readonly doneAt: Date | null;
  readonly problem: string | null;
};

export type Migration = {
  readonly id: number;
  readonly procedureId: number;
  readonly definitionId: number;
  readonly limitVersionId: number | null;
  readonly mapping: Readonly<Record<string, string>>;
  readonly reason: string;
  readonly begunBy: number | null;
  readonly begunAt: Date;
  readonly finishedAt: Date | null;
};

/** What is asked of the page: which part of the list, and how steps are matched by hand. */
export type MigrationQuery = {
  readonly page: number;
  readonly followLimit: boolean;
  readonly mapping: Readonly<Record<string, string>>;
};

export const mappingSchema = z.record(z.string().max(200), z.string().max(200));

export const migrationInput = z
  .object({
    all: z.boolean(),
    ids: z.array(z.coerce.number().int().positive()).max(1000),
    followLimit: z.boolean(),
    mapping: mappingSchema,
    reason: z
      .string()
      .trim()
      .normalize()
      .min(5, 'Hãy ghi lý do chuyển, ví dụ số quyết định công bố phiên bản mới.')
      .max(300, 'Lý do dài nhất 300 ký tự.'),
  })
  .refine(({ all, ids }) => all || ids.length > 0, {
    path: ['ids'],
    error: 'Hãy chọn ít nhất một hồ sơ.',
  });
export type MigrationInput = z.infer<typeof migrationInput>;

/** How a dossier would stand under the new version. */
export type Simulated = {
  readonly dueFrom: Date;
  readonly dueTo: Date;
  readonly steps: readonly { readonly name: string; readonly dueAt: Date }[];
  readonly skipped: readonly string[];
};

export const migrationPaths = {
  running: processPaths.running,
  begin: (slug: string) => `/processes/${slug}/migrations`,
  one: (slug: string, id: number | string) => `/processes/${slug}/migrations/${id}`,
} as const;

/** Fields of the form that match steps by hand: `to.<old element>`. */
export const MATCH_FIELD = 'to.';
