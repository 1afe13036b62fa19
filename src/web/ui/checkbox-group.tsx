import { CheckboxChoice } from './checkbox.tsx';
import { ChoiceGroup, choiceId } from './choice-group.tsx';
import type { FieldProps } from './field.tsx';
import type { Option } from './option.ts';

type CheckboxGroupProps = FieldProps &
  Readonly<{ options: readonly Option[]; values?: readonly string[]; small?: boolean }>;

/** Any number of choices; the form sends one value of `name` for each. */
export function CheckboxGroup(props: CheckboxGroupProps) {
  return (
    <ChoiceGroup field={props}>
      <div class={`govuk-checkboxes${props.small ? ' govuk-checkboxes--small' : ''}`}>
        {props.options.map((option, index) => (
          <GroupedChoice key={option.value} group={props} option={option} id={choiceId(props.id, index)} />
        ))}
      </div>
    </ChoiceGroup>
  );
}

function GroupedChoice({
  group,
  option,
  id,
}: Readonly<{ group: CheckboxGroupProps; option: Option; id: string }>) {
  // The first box has the id of the group, whose own hint already took `<id>-hint`.
  const hintId = id === group.id && group.hint ? undefined : `${id}-hint`;
  return (
    <CheckboxChoice
      id={id}
      name={group.name}
      label={option.text}
      hint={hintId ? option.hint : undefined}
      value={option.value}
      checked={group.values?.includes(option.value) === true}
      disabled={group.disabled === true || option.disabled === true}
      sensitive={group.sensitive === true}
      describedBy={option.hint ? hintId : undefined}
    />
  );
}
