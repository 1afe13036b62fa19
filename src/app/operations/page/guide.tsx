import { Link } from '#web/ui/link.tsx';
import { LinkList } from '#web/ui/link-list.tsx';
import { Section } from '#web/ui/section.tsx';
import { GUIDE_PARTS } from '../guide.ts';
import { RARE_PARTS } from '../guide-rare.ts';
import { OPERATIONS } from '../schema.ts';

/** What each thing that can be wrong means, and what to do. */
export function GuidePage() {
  const parts = Object.entries({ ...GUIDE_PARTS, ...RARE_PARTS });
  return (
    <>
      <LinkList links={parts.map(([cause, { title }]) => ({ href: `#${cause}`, text: title }))} />
      {parts.map(([cause, { title, meaning, steps }]) => (
        <Section key={cause} id={cause} title={title} lead={meaning}>
          <ol class="govuk-list govuk-list--number">
            {steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </Section>
      ))}
      <p class="govuk-body">
        <Link href={OPERATIONS}>Về trang vận hành</Link>
      </p>
    </>
  );
}
