import type { Instance } from '#kernel/process/engine/instance.ts';
import type { ProcessDefinition } from '#kernel/process/schema.ts';
import { Details } from '#web/ui/details.tsx';
import { WidePicture } from '#web/ui/wide-picture.tsx';
import { processPicture, processWords } from '../print.ts';

type PictureProps = { readonly definition: ProcessDefinition; readonly instance?: Instance | null };

/** The map of a process with its legend and the same in words. */
export function ProcessFigure({ definition, instance = null }: PictureProps) {
  return (
    <>
      <WidePicture label="Sơ đồ quy trình" svg={processPicture(definition, { instance })}>
        <Legend />
      </WidePicture>
      <Details summary="Quy trình bằng lời">
        <ol class="govuk-list govuk-list--number">
          {processWords(definition, instance).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ol>
      </Details>
    </>
  );
}

const SIGNS = {
  'user-task': 'Bước do người làm',
  'service-task': 'Việc hệ thống tự làm',
  gateway: 'Rẽ nhánh, song song, nhập nhánh',
  wait: 'Chờ trả lời, chờ thời gian, hồ sơ liên thông',
} as const;

function Legend() {
  return (
    <>
      {Object.entries(SIGNS).map(([sign, words]) => (
        <span key={sign} class={`mc-picture__sign mc-picture__sign--${sign}`}>
          {words}
        </span>
      ))}
    </>
  );
}
