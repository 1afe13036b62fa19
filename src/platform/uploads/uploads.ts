import type { Log } from '#platform/log/log.ts';
import type { FileStore, StagedFile } from '#platform/storage/file-store.ts';
import { tellUpload, type UploadOutcome } from '#platform/tracing/channels.ts';
import { createInspector, type Inspector } from './inspector.ts';
import { AT_ONCE, FORM_LIMITS } from './limits.ts';
import { createTurnstile, type Turnstile } from './turnstile.ts';
import type { Verdict } from './verdict.ts';
import type { VirusScanner } from './virus-scan.ts';

/** The door through which files come in. Nothing that was not examined here reaches a verb. */
export type Uploads = {
  readonly enter: Turnstile['enter'];
  readonly stage: FileStore['stage'];
  readonly discard: FileStore['discard'];
  /** What a staged file is by its content, or why it is not taken: type, structure, viruses. */
  readonly examine: (file: StagedFile) => Promise<Verdict>;
  readonly limits: FormLimits;
};

/** What one form may bring; see `FORM_LIMITS`. */
export type FormLimits = { readonly [Name in keyof typeof FORM_LIMITS]: number };

export type UploadsOptions = {
  readonly files: FileStore;
  readonly log: Log;
  /** Absent: nobody looks for viruses. */
  readonly scanner?: VirusScanner | undefined;
  readonly inspector?: Inspector;
  readonly atOnce?: { readonly account: number; readonly process: number };
  readonly limits?: Partial<FormLimits>;
};

export function openUploads(options: UploadsOptions): Uploads {
  const { files, scanner, log, inspector = createInspector(), atOnce = AT_ONCE } = options;
  return {
    enter: createTurnstile(atOnce).enter,
    stage: files.stage,
    discard: files.discard,
    limits: { ...FORM_LIMITS, ...options.limits },
    examine: async (file) => {
      const verdict = await inspector.inspect(await files.unlock(file));
      const isSound = verdict.problem === undefined;
      const virus = isSound && scanner !== undefined ? await virusIn(file, { files, scanner, log }) : null;
      tellUpload({ outcome: virus?.outcome ?? (isSound ? 'taken' : 'refused'), size: file.size });
      return virus?.verdict ?? verdict;
    },
  };
}

type Scanning = { readonly files: FileStore; readonly scanner: VirusScanner; readonly log: Log };

type Virus = { readonly outcome: UploadOutcome; readonly verdict: Verdict };

async function virusIn(file: StagedFile, { files, scanner, log }: Scanning): Promise<Virus | null> {
  const result = await scanner.scan(async () => files.open(file));
  if (result.outcome === 'clean') return null;
  if (result.outcome === 'infected') {
    log.warn({ hash: file.hash, virus: result.name }, 'Từ chối tệp có vi-rút');
    const problem = 'có vi-rút nên không nhận. Hãy quét vi-rút trên máy của bạn và báo quản trị hệ thống.';
    return { outcome: 'virus', verdict: { problem } };
  }
  log.error({ reason: result.reason }, 'Không hỏi được ClamAV, chưa nhận tệp nào');
  const problem =
    'chưa nhận được vì máy quét vi-rút đang tạm ngừng. Hãy gửi lại sau ít phút; nếu vẫn lỗi, báo quản trị hệ thống.';
  return { outcome: 'scanner-away', verdict: { problem } };
}
