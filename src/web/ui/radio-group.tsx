import { ChoiceGroup, choiceId } from './choice-group.tsx';
import type { FieldProps } from './field.tsx';
import type { Option } from './option.ts';

type RadioGroupProps = FieldProps &
  Readonly<{ options: readonly Option[]; value?: string | undefined; inline?: boolean; small?: boolean }>;

/** One choice of a few, all of them visible. */
export function RadioGroup(props: RadioGroupProps) {
  const look = `${props.inline ? ' govuk-radios--inline' : ''}${props.small ? ' govuk-radios--small' : ''}`;
  return (
    <ChoiceGroup field={props}>
      <div class={`govuk-radios${look}`}>
        {props.options.map((option, index) => (
          <Radio key={option.value} group={props} option={option} id={choiceId(props.id, index)} />
        ))}
      </div>
    </ChoiceGroup>
  );
}

function Radio({ group, option, id }: Readonly<{ group: RadioGroupProps; option: Option; id: string }>) {
  return (
    <div class="govuk-radios__item">
      <input
        class="govuk-radios__input"
        type="radio"
        id={id}
        name={group.name}
        value={option.value}
        checked={option.value === group.value}
        disabled={group.disabled === true || option.disabled === true}
        aria-describedby={option.hint ? `${id}-option-hint` : undefined}
        data-sensitive={group.sensitive ? '' : undefined}
        data-hotkey={option.hotkey}
        data-hotkey-label={option.hotkey ? option.text : undefined}
      />
      <label class="govuk-label govuk-radios__label" for={id}>
        {option.text}
      </label>
      {option.hint ? (
        <div id={`${id}-option-hint`} class="govuk-hint govuk-radios__hint">
          {option.hint}
        </div>
      ) : null}
    </div>
  );
}
