import { valueOf } from '#web/http/form-values.ts';
import { Details } from '#web/ui/details.tsx';
import { FieldGrid } from '#web/ui/field-grid.tsx';
import { FieldSet } from '#web/ui/field-set.tsx';
import { HintAndError } from '#web/ui/field.tsx';
import { optionsOf } from '#web/ui/option.ts';
import { SelectField } from '#web/ui/select-field.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { LINE_KIND_LABELS, type LineKind } from '../clock/schema.ts';
import type { DossierFormView } from '../view/form-page.tsx';

/** Lines beside the papers of the dossier, for what is missing altogether or is no paper. */
const MORE_LINES = 5;

type Line = { readonly name: string; readonly kind: LineKind };

/** Every paper of the dossier and room for others; a line counts when something is said about it. */
export function SupplementLines({ view }: { view: DossierFormView }) {
  const papers: readonly Line[] = view.dossier.papers;
  const others = Array.from({ length: MORE_LINES }, (): Line => ({ name: '', kind: 'original' }));
  return (
    <FieldSet
      legend="Giấy tờ, nội dung cần bổ sung"
      hint="Ghi đầy đủ một lần. Dòng nào để trống thì không đưa vào phiếu."
      id="lines"
    >
      <HintAndError id="lines" error={view.problem.fields['lines']} />
      {papers.map((line, index) => (
        <LineFields key={index} view={view} index={index} line={line} />
      ))}
      {others.map((line, index) => (
        <LineFields key={index} view={view} index={papers.length + index} line={line} />
      ))}
    </FieldSet>
  );
}

type LineProps = { readonly view: DossierFormView; readonly index: number; readonly line: Line };

function LineFields({ view, index, line }: LineProps) {
  const { values, field } = view;
  const at = (name: string): string => `line.${index}.${name}`;
  const typed = (name: string, usual: string): string =>
    at(name) in values ? valueOf(values, at(name)) : usual;
  const said = valueOf(values, at('wrong')) + valueOf(values, at('bring'));
  const isFirstFree = line.name === '' && index === view.dossier.papers.length;
  return (
    <Details
      summary={line.name === '' ? 'Giấy tờ hoặc nội dung khác' : line.name}
      open={said !== '' || (line.name === '' && typed('name', '') !== '') || isFirstFree}
    >
      {line.name === '' ? (
        <TextField {...field(at('name'))} label="Tên giấy tờ, nội dung" width="full" required={false} />
      ) : (
        <input type="hidden" name={at('name')} value={line.name} />
      )}
      <TextField {...field(at('wrong'))} label="Chưa đúng ở đâu" width="full" required={false} />
      <TextField {...field(at('bring'))} label="Cần làm, cần mang" width="full" required={false} />
      <FieldGrid>
        <SelectField
          id={at('kind')}
          name={at('kind')}
          label="Loại"
          options={optionsOf(LINE_KIND_LABELS)}
          value={typed('kind', line.kind)}
        />
        <TextField
          id={at('copies')}
          name={at('copies')}
          label="Số bản"
          value={typed('copies', '1')}
          width="short"
          required={false}
        />
      </FieldGrid>
    </Details>
  );
}
