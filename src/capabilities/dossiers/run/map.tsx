/** Where a dossier is on the map of its process: as a picture, and the same in words. */
import { Details } from '#web/ui/details.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { WidePicture } from '#web/ui/wide-picture.tsx';
import { processPicture, processWords } from '#capabilities/processes/print.ts';
import type { CitizenPanel } from '../lookup/panels.ts';
import type { Run } from '../schema.ts';
import type { DossierPanel } from '../view/panels.ts';

/** On the officers' page: the words at once, the picture for whoever wants to see it. */
export const mapPanel: DossierPanel = {
  place: 'main',
  render: async (_ctx, { state: { run } }) =>
    run === null ? null : (
      <Panel title="Hồ sơ trên sơ đồ quy trình">
        <Words run={run} />
        <Details summary="Xem sơ đồ">
          <Map run={run} />
        </Details>
      </Panel>
    ),
};

/** On the applicant's page, folded: the timeline above it tells the same shorter. */
export const citizenMapPanel: CitizenPanel = async (_ctx, { state: { run } }) =>
  run === null ? null : (
    <Details summary="Xem hồ sơ trên sơ đồ quy trình">
      <Map run={run} />
      <Words run={run} />
    </Details>
  );

function Map({ run }: { run: Run }) {
  const svg = processPicture(run.definition, { instance: run.instance });
  return (
    <WidePicture label="Sơ đồ quy trình, có đánh dấu nơi hồ sơ đang ở" svg={svg}>
      <span class="mc-picture__sign mc-picture__sign--passed">Đã qua</span>
      <span class="mc-picture__sign mc-picture__sign--current">Đang ở đây</span>
    </WidePicture>
  );
}

function Words({ run }: { run: Run }) {
  return (
    <ul class="govuk-list govuk-list--bullet">
      {processWords(run.definition, run.instance).map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
