import type { VNode } from 'preact';
import { refuse } from '#kernel/refusal.ts';
import type { Assets } from '#web/assets.ts';
import { ControlsExample } from './gallery/controls.tsx';
import { DisplayExample } from './gallery/display.tsx';
import { HandedInExample, ReceivedExample } from './gallery/done.tsx';
import { DossierExample } from './gallery/dossier.tsx';
import { FiguresExample } from './gallery/figures.tsx';
import { CitizenExample, StaffExample } from './gallery/frames.tsx';
import { HomeExample } from './gallery/home.tsx';
import { InboxExample } from './gallery/inbox.tsx';
import { IntakeExample } from './gallery/intake.tsx';
import { LookupExample } from './gallery/lookup.tsx';
import { QuestionExample } from './gallery/question.tsx';
import { PageFrame } from './page.tsx';

type Example = Readonly<{ side: 'citizen' | 'staff'; Body: () => VNode }>;

const EXAMPLES: ReadonlyMap<string, Example> = new Map<string, Example>([
  ['staff', { side: 'staff', Body: EverythingForStaff }],
  ['inbox', { side: 'staff', Body: InboxExample }],
  ['dossier', { side: 'staff', Body: DossierExample }],
  ['intake', { side: 'staff', Body: IntakeExample }],
  ['received', { side: 'staff', Body: ReceivedExample }],
  ['citizen', { side: 'citizen', Body: EverythingForCitizens }],
  ['home', { side: 'citizen', Body: HomeExample }],
  ['lookup', { side: 'citizen', Body: LookupExample }],
  ['question', { side: 'citizen', Body: QuestionExample }],
  ['handed-in', { side: 'citizen', Body: HandedInExample }],
]);

/** The pages of the gallery, by name. */
export const GALLERY_NAMES: readonly string[] = [...EXAMPLES.keys()];

/** A page of the gallery, in development only: every component in every state, and whole pages made of the kit. */
export function GalleryPage({ assets, name }: Readonly<{ assets: Assets; name: string }>) {
  const example =
    EXAMPLES.get(name) ?? refuse('missing', `Không có trang ${name} trong bộ sưu tập giao diện.`);
  return (
    <PageFrame title={`Bộ sưu tập: ${name}`} assets={assets[example.side]}>
      <example.Body />
    </PageFrame>
  );
}

function EverythingForStaff() {
  return (
    <StaffExample title="Bộ sưu tập" lead="Mọi thành phần, trong khung của cán bộ">
      <DisplayExample />
      <FiguresExample />
      <ControlsExample />
    </StaffExample>
  );
}

function EverythingForCitizens() {
  return (
    <CitizenExample title="Bộ sưu tập" lead="Mọi thành phần, trong khung của người dân" width="wide">
      <DisplayExample />
      <FiguresExample />
      <ControlsExample />
    </CitizenExample>
  );
}
