import { BackLink } from '#web/ui/back-link.tsx';
import { Button } from '#web/ui/button.tsx';
import { Form } from '#web/ui/form.tsx';
import { RadioGroup } from '#web/ui/radio-group.tsx';
import { CitizenExample } from './frames.tsx';

/** One question on one page. */
export function QuestionExample() {
  return (
    <CitizenExample signedIn>
      <BackLink href="#truoc" />
      <Form action="#" formId="q-1">
        <RadioGroup
          id="way"
          name="way"
          heading
          label="Bạn muốn nhận kết quả bằng cách nào?"
          hint="Có thể đổi cho đến khi có kết quả."
          options={[
            { value: 'counter', text: 'Tại quầy', hint: 'Nơi bạn nộp hồ sơ' },
            { value: 'post', text: 'Qua bưu chính', hint: 'Đến tận nhà; cước do người nhận trả' },
          ]}
        />
        <Button>Tiếp tục</Button>
      </Form>
    </CitizenExample>
  );
}
