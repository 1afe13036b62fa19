import { formatDateTime } from '#kernel/vietnamese/format.ts';
import type { PublishedVersion } from '#capabilities/procedures/schema.ts';
import { Button } from '#web/ui/button.tsx';
import { ButtonGroup } from '#web/ui/button-group.tsx';
import { Combobox } from '#web/ui/combobox.tsx';
import { Form } from '#web/ui/form.tsx';
import { Link as Anchor } from '#web/ui/link.tsx';
import { Note } from '#web/ui/note.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { StateTag } from '#web/ui/state-tag.tsx';
import { dossierPath, PHASE_LABELS } from '../schema.ts';
import { DossierForm, type DossierFormView } from '../view/form-page.tsx';
import { type Link, LINK_END_LABELS, linkedPaths, type Links } from './schema.ts';

type OpenProps = {
  readonly view: DossierFormView;
  readonly procedures: readonly PublishedVersion[];
  readonly position: string;
};

/** Opening a linked dossier by hand. */
export function OpenLinkedContent({ view, procedures, position }: OpenProps) {
  return (
    <DossierForm
      view={view}
      action={linkedPaths.open(view.dossier.state.number)}
      submitText="Lập hồ sơ liên thông"
      hidden={[{ name: 'position', value: position }]}
    >
      <p class="govuk-body">
        Hồ sơ mới có số riêng, cùng người nộp; giấy tờ xem ở hồ sơ này, không phải nộp lại. Thống kê chỉ đếm
        hồ sơ gốc.
      </p>
      <Combobox
        {...view.field('procedure')}
        label="Thủ tục của hồ sơ liên thông"
        hint="Nơi tiếp nhận thủ tục này gần nhất sẽ nhận hồ sơ."
        options={procedures.map(({ slug, content }) => ({
          value: slug,
          text: content.shortName,
          hint: content.domain,
        }))}
        placeholder="Gõ tên thủ tục"
        required
      />
    </DossierForm>
  );
}

export type LinkedPanelView = {
  readonly number: string;
  readonly sequence: number;
  readonly links: Links;
  readonly unitName: (unitId: number) => string;
  /** Linked dossiers that ended while the process waits for them, for the actor to decide. */
  readonly toDecide: ReadonlySet<number>;
  readonly formId: string;
};

/** Parent and children of a dossier, each with where it is and its result. */
export function LinkedPanel({ view }: { view: LinkedPanelView }) {
  const { links } = view;
  return (
    <Panel title="Hồ sơ liên thông" id="lien-thong">
      {links.parent ? (
        <p>
          Hồ sơ này thuộc <Anchor href={dossierPath(links.parent.number)}>{links.parent.number}</Anchor> (
          {links.parent.title}, {view.unitName(links.parent.receivingUnitId)}). Giấy tờ xem ở hồ sơ gốc; thống
          kê tính cùng hồ sơ gốc.
        </p>
      ) : null}
      {links.children.length > 0 ? (
        <ul class="govuk-list">
          {links.children.map((child) => (
            <li key={child.number}>
              <Child view={view} child={child} />
            </li>
          ))}
        </ul>
      ) : null}
    </Panel>
  );
}

type ChildProps = { readonly view: LinkedPanelView; readonly child: Link };

function Child({ view, child }: ChildProps) {
  const { endedHow, result } = child;
  return (
    <>
      <Anchor href={dossierPath(child.number)}>{child.number}</Anchor>{' '}
      <StateTag
        tone={endedHow === null ? 'wait' : endedHow === 'finished' ? 'fine' : 'late'}
        text={endedHow === null ? PHASE_LABELS[child.phase] : LINK_END_LABELS[endedHow]}
      />
      <Note>
        {child.title}, {view.unitName(child.receivingUnitId)}
        {endedHow === null ? `, hẹn trả ${formatDateTime(child.dueAt)}` : ''}
        {result ? `; kết quả: ${result}` : ''}
      </Note>
      {view.toDecide.has(child.id) ? <Decision view={view} child={child} /> : null}
    </>
  );
}

function Decision({ view, child }: ChildProps) {
  const hidden = [
    { name: 'sequence', value: String(view.sequence) },
    { name: 'child', value: child.number },
  ];
  const action = linkedPaths.decide(view.number);
  return (
    <Form action={action} formId={view.formId} hidden={hidden}>
      <p>Quy trình đang chờ hồ sơ này.</p>
      <ButtonGroup>
        <Button variant="secondary" name="choice" value="go-on">
          Đi tiếp
        </Button>
        <Button variant="secondary" name="choice" value="again">
          Lập lại hồ sơ liên thông
        </Button>
      </ButtonGroup>
    </Form>
  );
}
