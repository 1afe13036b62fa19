import { newFormId } from '#foundation/submit.ts';
import { scansOf } from '../papers/service.ts';
import type { DossierPanel } from '../view/panels.ts';
import { FilesPanel } from './pages.tsx';

export const filesPanel: DossierPanel = {
  place: 'main',
  render: async (ctx, dossier) => {
    if (dossier.files.length === 0 && !dossier.mayChangeFiles) return null;
    const view = { dossier, scans: await scansOf(ctx, dossier.id), formId: newFormId() };
    return <FilesPanel view={view} />;
  },
};
